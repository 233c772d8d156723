import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'
import { compareRank } from '#app/domain/scoring/rank.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ScoreResult } from '#app/domain/scoring/types.ts'
import {
  intervalOf,
  outranks,
  withSensitivities,
  spreadOf,
  tiersOf,
  type Sensitivity,
  type SureItem,
} from '#app/domain/scoring/uncertainty.ts'
import { scoreInput } from '#tests/support/score-arbitrary.ts'
import { item, link, renewal, score, TODAY } from '#tests/support/score-input.ts'
import { example } from '#tests/support/vectors.ts'
import vectors from '#tests/support/model-vectors.json'

function get(found: readonly SureItem[], id: string): Sensitivity {
  const one = found.find((item) => item.id === id)
  if (!one) throw new Error(`${id} is not scored`)
  return one.sensitivity
}

/** Standard deviation of ln(score a) - ln(score b), or of ln(score a), by central differences of the value itself. */
function numericSpread({ exposures, items }: ScoreResult, a: string, b?: string): number {
  const levels = { blocker: 0.5, critical: 0.5, major: 0.7, minor: 0.7 }
  const value = (id: string, factor: string, z: number) =>
    exposures.reduce((total, { id: x, w, l0, links }) => {
      const moved = links.map(({ item: of, standing, lambda, rho, claim }, i) => {
        let log = factor === claim.severity ? levels[claim.severity] * z : 0
        if (factor === `${x}-${i}`) log += 0.5 * z
        const hazard = lambda * Math.exp(log)
        return { own: standing === 'open' && of === id, hazard, rho }
      })
      const base = l0 * Math.exp(factor === x ? 0.3 * z : 0)
      const hazard = moved.reduce((sum, one) => sum + one.hazard, base)
      const mu = (one: (typeof moved)[number]) => Math.log(1 + one.rho * (Math.exp(one.hazard) - 1))
      const m = moved.reduce((sum, one) => sum + mu(one), 0)
      const mine = moved.filter((one) => one.own).reduce((sum, one) => sum + mu(one), 0)
      return m > 0 ? total + (w * Math.exp(-hazard) * (Math.exp(m) - 1) * mine) / m : total
    }, 0)
  const factors = [
    ...Object.keys(levels),
    ...exposures.flatMap(({ id, links }) => [id, ...links.map((_, i) => `${id}-${i}`)]),
  ]
  const h = 1e-4
  const slope = (id: string, factor: string) =>
    Math.log(value(id, factor, h) / value(id, factor, -h)) / (2 * h)
  const costs = items.filter(({ id }) => id === a || id === b).map(({ costSigma }) => costSigma)
  const moves = factors.map((one) => slope(a, one) - (b === undefined ? 0 : slope(b, one)))
  return Math.hypot(...costs, ...moves)
}

describe('the worked example', () => {
  const result = scoreBacklog(example)
  const found = withSensitivities(result, example.parameters)

  it.each(Object.entries(vectors.sigma))('%s: spread %d', (id, sigma) => {
    expect(spreadOf(get(found, id))).toBeCloseTo(sigma, 6)
  })

  it.each(vectors.outranks)('$a outranks $b: $p', ({ a, b, p }) => {
    expect(outranks(get(found, a), get(found, b))).toBeCloseTo(p, 6)
  })

  // Section 3.4, thousands a week with two decimals.
  it.each([
    ['R1', 5.07, 27.36, 2],
    ['R2', 12.07, 152.84, 2],
    ['R3', 0.31, 2.33, 2],
    ['R4', 0.78, 4.98, 2],
    ['R5', 0.013, 0.18, 3],
  ])('%s: 80 %% interval from %d to %d', (id, low, high, digits) => {
    const interval = intervalOf(get(found, id))
    expect(interval.low / 1000).toBeCloseTo(low, digits)
    expect(interval.high / 1000).toBeCloseTo(high, digits)
  })

  it('tiers', () => {
    const ranked = [...result.items].sort(compareRank).map(({ id }) => id)
    const tiers = tiersOf(ranked.map((id) => get(found, id)))
    const groups = ranked.reduce<string[][]>((all, id, i) => {
      const at = (tiers[i] ?? 0) - 1
      all[at] = [...(all[at] ?? []), id]
      return all
    }, [])
    expect(groups).toEqual(vectors.tiers)
  })
})

describe('sensitivities', () => {
  it('are the derivatives of the value, for one item and for the difference of two', () => {
    fc.assert(
      fc.property(scoreInput, (input) => {
        const result = scoreBacklog({ today: TODAY, parameters: DEFAULT_PARAMETERS, input })
        const found = withSensitivities(result, DEFAULT_PARAMETERS)
        const worth = result.items.filter(({ value }) => value > 1e-6).map(({ id }) => id)
        for (const [i, a] of worth.entries()) {
          expect(spreadOf(get(found, a))).toBeCloseTo(numericSpread(result, a), 5)
          for (const b of worth.slice(i + 1)) {
            const [one, other] = [get(found, a), get(found, b)]
            const spread = numericSpread(result, a, b)
            const z = (Math.log(one.median) - Math.log(other.median)) / spread
            const p = outranks(one, other)
            expect(p + outranks(other, one)).toBeCloseTo(1, 12)
            if (Math.abs(z) < 3) expect(p).toBeCloseTo(phi(z), 5)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leave the odds even for two items without value, and certain against one', () => {
    const result = score([renewal()], [link()], [item(), item({ id: 'R2' }), item({ id: 'R3' })])
    const found = withSensitivities(result, DEFAULT_PARAMETERS)
    expect(outranks(get(found, 'R2'), get(found, 'R3'))).toBe(0.5)
    expect(outranks(get(found, 'R1'), get(found, 'R2'))).toBe(1)
    expect(outranks(get(found, 'R2'), get(found, 'R1'))).toBe(0)
    expect(intervalOf(get(found, 'R2'))).toEqual({ low: 0, high: 0 })
    expect(tiersOf(['R1', 'R2', 'R3'].map((id) => get(found, id)))).toEqual([1, 2, 2])
  })

  it('stay finite with a thousand links on one exposure', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `R${i}`)
    const result = score(
      [renewal()],
      ids.map((r) => link({ r, severity: 'blocker', evidence: 'customer_written' })),
      ids.map((id) => item({ id })),
    )
    const found = withSensitivities(result, DEFAULT_PARAMETERS)
    const spreads = ids.map((id) => spreadOf(get(found, id)))
    expect(spreads.every(Number.isFinite)).toBe(true)
    // A thousand like claims: each alone sways nothing, so cost, importance and the own link are what is left.
    expect(spreads[0]).toBeCloseTo(numericSpread(result, 'R0'), 5)
  })
})

/** Φ by Simpson's rule over the density, independent of the product's own. */
function phi(z: number): number {
  const n = 2000
  const step = (z + 10) / n
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  let total = density(-10) + density(z)
  for (let i = 1; i < n; i++) total += (i % 2 === 1 ? 4 : 2) * density(-10 + i * step)
  return (total * step) / 3
}
