import { sumOf } from '#app/lib/numbers.ts'

import type { Decided } from './metrics.ts'

/** The correction logit(q') = a + b·logit(q); a = 0 and b = 1 change nothing. */
export type Platt = { a: number; b: number }

/** Losses that must have happened before the correction is suggested. */
export const PLATT_EVENTS = 20

const PRIOR = { a: { mean: 0, variance: 1 }, b: { mean: 1, variance: 0.25 } }
const LEAST = 1e-9
const CLOSE = 1e-12
const MOST_STEPS = 100

const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** ln(q / (1 - q)), finite for predictions that were certain. */
function logit(q: number): number {
  const kept = Math.min(1 - LEAST, Math.max(LEAST, q))
  return Math.log(kept / (1 - kept))
}

/** The prediction as the correction has it. */
export function corrected(q: number, { a, b }: Platt): number {
  return sigmoid(a + b * logit(q))
}

/**
 * The most likely correction of the predictions, given what happened and the priors a ~ N(0, 1), b ~ N(1, 0.5²), by
 * Newton's method with halved steps: undamped it diverges on few decisions.
 * Source: Platt, "Probabilistic outputs for support vector machines" (1999); docs/model.md, section 6.
 */
export function fitPlatt(rows: readonly Decided[]): Platt {
  const points = rows.map(({ q, y }) => ({ x: logit(q), y }))
  const loss = ({ a, b }: Platt) =>
    sumOf(points, ({ x, y }) => softplus(a + b * x) - y * (a + b * x)) +
    (a - PRIOR.a.mean) ** 2 / (2 * PRIOR.a.variance) +
    (b - PRIOR.b.mean) ** 2 / (2 * PRIOR.b.variance)

  let at: Platt = { a: PRIOR.a.mean, b: PRIOR.b.mean }
  for (let step = 0; step < MOST_STEPS; step++) {
    const { a, b } = at
    const said = points.map(({ x, y }) => ({ x, y, p: sigmoid(a + b * x) }))
    const da = sumOf(said, ({ y, p }) => p - y) + (a - PRIOR.a.mean) / PRIOR.a.variance
    const db = sumOf(said, ({ x, y, p }) => (p - y) * x) + (b - PRIOR.b.mean) / PRIOR.b.variance
    const daa = sumOf(said, ({ p }) => p * (1 - p)) + 1 / PRIOR.a.variance
    const dab = sumOf(said, ({ x, p }) => p * (1 - p) * x)
    const dbb = sumOf(said, ({ x, p }) => p * (1 - p) * x * x) + 1 / PRIOR.b.variance
    const determinant = daa * dbb - dab * dab
    const towards = {
      a: (dbb * da - dab * db) / determinant,
      b: (daa * db - dab * da) / determinant,
    }
    let size = 1
    const move = (): Platt => ({ a: a - size * towards.a, b: b - size * towards.b })
    while (loss(move()) > loss(at) && size > CLOSE) size /= 2
    at = move()
    if (Math.abs(size * towards.a) + Math.abs(size * towards.b) < CLOSE) break
  }
  return at
}
