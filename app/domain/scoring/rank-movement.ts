import { compareRank, type Rankable } from './rank.ts'

/** `from` + `own` + `field` = `to`; a negative number leads up. */
export type RankMovement = {
  from: number
  to: number
  /** What the item's own score did, and what the other items did. Halves occur. */
  own: number
  field: number
}

/**
 * Why a rank moved between two rankings: the Shapley values of two players, the item itself and all the others.
 * Null where the item is missing in either ranking.
 */
export function rankMovement(
  id: string,
  before: readonly Rankable[],
  after: readonly Rankable[],
): RankMovement | null {
  const then = before.find((one) => one.id === id)
  const now = after.find((one) => one.id === id)
  if (!then || !now) return null
  const [from, to] = [rankAmong(then, before), rankAmong(now, after)]
  const own = (rankAmong(now, before) - from + (to - rankAmong(then, after))) / 2
  return { from, to, own, field: to - from - own }
}

/** The place that an item would have among the others. */
function rankAmong(item: Rankable, ranking: readonly Rankable[]): number {
  const ahead = ranking.filter((one) => one.id !== item.id && compareRank(one, item) < 0)
  return ahead.length + 1
}
