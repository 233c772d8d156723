import type { ScoredItem } from '#app/domain/scoring/types.ts'
import { compareIds } from '#app/lib/natural-order.ts'

/** An account whose money carries more or less of an item's value; base units. */
export type Carrier = { accountId: string; account: string; change: number }

/** How many are named of each item. */
const NAMED = 2

/** Less than this, in base units, is no change. */
const LEAST = 0.5

/** The accounts that move the value of an item most, the largest change first. */
export function carriersOf(
  before: ScoredItem | undefined,
  after: ScoredItem | undefined,
): Carrier[] {
  const changes = new Map<string, Carrier>()
  for (const [item, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const { accountId, account, value } of item?.parts ?? []) {
      const change = (changes.get(accountId)?.change ?? 0) + sign * value
      changes.set(accountId, { accountId, account, change })
    }
  }
  return [...changes.values()]
    .filter(({ change }) => Math.abs(change) >= LEAST)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || compareIds(a.accountId, b.accountId))
    .slice(0, NAMED)
}
