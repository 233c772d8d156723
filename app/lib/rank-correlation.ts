import { groupBy } from './group-by.ts'
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

/**
 * Kendall's coefficient of concordance of several orders of the same things, 0 to 1, corrected for ties: 1 where all
 * put them in one order. Null when there is nothing to compare, because nobody tells any two apart.
 * @param lists the figures that each gives the things, the largest first in the order
 */
export function kendallW(lists: readonly (readonly number[])[]): number | null {
  const ranks = lists.map(midRanks)
  const count = ranks[0]?.length ?? 0
  const totals = Array.from({ length: count }, (_, i) => sum(ranks.map((own) => own[i] ?? 0)))
  const ties = sum(lists.flatMap((own) => [...groupBy(own, (value) => value).values()].map(tied)))
  const most = lists.length ** 2 * (count ** 3 - count) - lists.length * ties
  return most > 0 ? (12 * sum(deviations(totals).map((value) => value ** 2))) / most : null
}

const tied = ({ length }: readonly number[]) => length ** 3 - length

function deviations(values: readonly number[]): number[] {
  const mean = sum(values) / values.length
  return values.map((value) => value - mean)
}
