import type { Horizon, ItemStatus } from '#db/constants.ts'

import type { Likeness } from './look-alike.ts'

/** Something that may be asked for already, as a row of the form. */
export type LookAlikeRow = {
  key: string
  title: string
  /** Telling words that the title shares, folded. */
  shared: readonly string[]
  /** Null for what was chosen before and no longer comes up. */
  likeness: Likeness | null
  score: number
  /** The item that "same need" stands for; null for a request that has none yet. */
  itemId: number | null
  item: { id: number; status: ItemStatus; horizon: Horizon | null } | null
  request: { id: number; accountName: string } | null
}

const SHOWN = 5
/** A request without an item can only be read, so it must not push out what can be chosen. */
const WITHOUT_ITEM = 2

/**
 * What the form shows of items and requests, best first in each part: those that can be the same need, each item once,
 * and then a few requests that nobody has linked yet; five at most.
 */
export function arrangeLookAlikes(found: readonly LookAlikeRow[]): LookAlikeRow[] {
  const best = [...found].sort(
    (a, b) => Number(a.item === null) - Number(b.item === null) || b.score - a.score,
  )
  const linked = best.filter(
    ({ itemId }, index) =>
      itemId !== null && best.findIndex((other) => other.itemId === itemId) === index,
  )
  const waiting = best.filter(({ itemId }) => itemId === null).slice(0, WITHOUT_ITEM)
  const kept = linked.sort((a, b) => b.score - a.score).slice(0, SHOWN - waiting.length)
  return [...kept, ...waiting]
}
