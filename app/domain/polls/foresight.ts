import { auc } from '#app/domain/scoring/backtest/metrics.ts'
import { Z95, type Interval } from '#app/lib/wilson.ts'
import { groupBy } from '#app/lib/group-by.ts'

/** Outcomes of each kind before a probability means anything. */
const LEAST_OUTCOMES = 5

/** How well a team's ratings tell the accounts that turned out well from those that did not. */
export type Foresight = Interval & {
  /** Probability that a team rated one that turned out well above one that did not, ties half. */
  value: number
  good: number
  bad: number
}

/**
 * The area under the ROC curve of the ratings, with its 95 % interval; null below five outcomes of a kind.
 * Source of the interval: Hanley and McNeil, Radiology 143 (1982).
 */
export function foresight(
  accounts: readonly { rating: number; good: boolean }[],
): Foresight | null {
  const kinds = groupBy(accounts, ({ good }) => good)
  const [good, bad] = [kinds.get(true)?.length ?? 0, kinds.get(false)?.length ?? 0]
  const value = auc(accounts.map(({ rating, good }) => ({ q: rating, y: good ? 1 : 0 })))
  if (value === null || Math.min(good, bad) < LEAST_OUTCOMES) return null
  const half = Z95 * standardErrorOfAuc(value, good, bad)
  return {
    ...{ value, good, bad },
    ...{ low: Math.max(0, value - half), high: Math.min(1, value + half) },
  }
}

/** Standard error of an area under the ROC curve. */
export function standardErrorOfAuc(area: number, good: number, bad: number): number {
  const twoGood = area / (2 - area) - area ** 2
  const twoBad = (2 * area ** 2) / (1 + area) - area ** 2
  const variance = area * (1 - area) + (good - 1) * twoGood + (bad - 1) * twoBad
  return Math.sqrt(variance / (good * bad))
}
