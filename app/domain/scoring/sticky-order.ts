import { compareRank, type Rankable } from './rank.ts'
import { outranks, SUPPORTED, type Sensitivity } from './uncertainty.ts'

export type Placed = Rankable & { sensitivity: Sensitivity }

/**
 * The order to publish. An item of the last publication whose input did not change, but for the clock, passes another
 * such item only where that is supported; step by step, so it stops at the first that it may not pass. Items that are
 * new, or whose input changed, stand among those where the fewest pairs contradict the scores.
 * @param before ranks in the last publication, by item id
 * @param changed ids of the items whose input changed since
 */
export function stickyOrder<T extends Placed>(
  items: readonly T[],
  before: ReadonlyMap<string, number>,
  changed: ReadonlySet<string>,
): T[] {
  const scored = [...items].sort(compareRank)
  const isHeld = ({ id }: T) => before.has(id) && !changed.has(id)
  const order: T[] = []
  const rankBefore = ({ id }: T) => before.get(id) ?? Infinity
  for (const one of scored.filter(isHeld).sort((a, b) => rankBefore(a) - rankBefore(b))) {
    order.splice(reach(one, order), 0, one)
  }
  let after = 0
  for (const one of scored.filter((item) => !isHeld(item))) {
    const place = bestPlace(one, order, after)
    order.splice(place, 0, one)
    after = place + 1
  }
  return order
}

/** How far up a held item comes from the end of the order. */
function reach(one: Placed, order: readonly Placed[]): number {
  let place = order.length
  for (; place > 0; place--) {
    const ahead = order[place - 1]
    if (!ahead || compareRank(one, ahead) > 0) break
    if (outranks(one.sensitivity, ahead.sensitivity) < SUPPORTED) break
  }
  return place
}

/** The place from `start` on with the fewest lower scores ahead and higher ones behind; the first of several. */
function bestPlace(one: Rankable, order: readonly Rankable[], start: number): number {
  let best = start
  let gained = 0
  let most = 0
  for (const [index, other] of order.entries()) {
    if (index < start) continue
    gained += compareRank(other, one) < 0 ? 1 : -1
    if (gained > most) [most, best] = [gained, index + 1]
  }
  return best
}
