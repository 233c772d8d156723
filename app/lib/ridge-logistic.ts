import { sum } from './numbers.ts'

/** One observation: its features, and whether it came out as asked. */
export type Labelled = { x: readonly number[]; y: 0 | 1 }

/** A normal prior of each weight: its own mean, one standard deviation for all. */
type Prior = { means: readonly number[]; sd: number }

const MOST_STEPS = 100
const SMALLEST_STEP = 1e-10

const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((one, i) => one * at(b, i)))
const at = (values: readonly number[], i: number) => values[i] ?? Number.NaN
const logistic = (z: number) => 1 / (1 + Math.exp(-z))
/** ln(1 + e^z) without overflow. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))

/**
 * Logistic regression with a normal prior of each weight and a free intercept: the weights that are most likely after
 * the data, and the standard deviation of each by the curvature there. Newton's method, halving a step that overshoots;
 * the target is concave, so there is one maximum. Both outcomes must occur.
 * @param rows each with as many features as the prior has means
 */
export function ridgeLogistic(
  rows: readonly Labelled[],
  { means, sd }: Prior,
): { intercept: number; weights: number[]; sds: number[] } {
  const design = rows.map(({ x, y }) => ({ x: [1, ...x], y }))
  const pull = [0, ...means.map(() => 1 / sd ** 2)]
  const centre = [0, ...means]

  const target = (w: readonly number[]) =>
    sum(design.map(({ x, y }) => y * dot(x, w) - softplus(dot(x, w)))) -
    sum(w.map((one, j) => (at(pull, j) * (one - at(centre, j)) ** 2) / 2))
  const slopeAndCurvature = (w: readonly number[]) => {
    const slope = w.map((one, j) => -at(pull, j) * (one - at(centre, j)))
    const curvature = w.map((_, j) => w.map((_, k) => (j === k ? at(pull, j) : 0)))
    for (const { x, y } of design) {
      const p = logistic(dot(x, w))
      x.forEach((xj, j) => {
        slope[j] = at(slope, j) + (y - p) * xj
        const row = curvature[j] ?? []
        x.forEach((xk, k) => {
          row[k] = at(row, k) + p * (1 - p) * xj * xk
        })
      })
    }
    return { slope, inverse: inverse(curvature) }
  }

  let w = [...centre]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { slope, inverse } = slopeAndCurvature(w)
    const move = inverse.map((row) => dot(row, slope))
    const reached = target(w)
    let length = 1
    const moved = () => w.map((one, j) => one + length * at(move, j))
    while (target(moved()) < reached && length > SMALLEST_STEP) length /= 2
    w = moved()
    if (Math.max(...move.map(Math.abs)) < SMALLEST_STEP) break
  }
  const { inverse: doubt } = slopeAndCurvature(w)
  const [intercept = 0, ...weights] = w
  return {
    intercept,
    weights,
    sds: weights.map((_, j) => Math.sqrt(at(doubt[j + 1] ?? [], j + 1))),
  }
}

/** Inverse of a symmetric positive definite matrix, by Gauss and Jordan. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))])
  for (let i = 0; i < size; i += 1) {
    const pivot = rows[i] ?? []
    const by = at(pivot, i)
    const scaled = pivot.map((value) => value / by)
    rows.forEach((row, other) => {
      const factor = at(row, i)
      rows[other] = other === i ? scaled : row.map((value, j) => value - factor * at(scaled, j))
    })
  }
  return rows.map((row) => row.slice(size))
}
