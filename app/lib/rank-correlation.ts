import { sum } from './numbers.ts'

/** Places by size, the largest first, from 1; equal values share the mean of their places. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (order[to + 1]?.value === order[from]?.value) to += 1
    for (const { index } of order.slice(from, to + 1)) ranks[index] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/**
 * Spearman's rank correlation of two lists of figures of the same things, −1 to 1: Pearson's of their ranks, ties at
 * their mean rank. Null when there is nothing to compare, because one of them has no two different values.
 */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  const x = deviations(midRanks(a))
  const y = deviations(midRanks(b))
  const length = Math.sqrt(sum(x.map((value) => value ** 2)) * sum(y.map((value) => value ** 2)))
  return length > 0 ? sum(x.map((value, i) => value * (y[i] ?? 0))) / length : null
}

function deviations(values: readonly number[]): number[] {
  const mean = sum(values) / values.length
  return values.map((value) => value - mean)
}
