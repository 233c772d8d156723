import { groupBy } from '#app/lib/group-by.ts'
import { sumOf } from '#app/lib/numbers.ts'

import { ARR, askingAccounts, type Asking } from './asking.ts'
import type { Factor, Peer, PeerBacklog, PeerItem } from './types.ts'

/** What one account that asks has to do with an item. Base units. */
export type AskingFacts = Asking & { revenue: number; stake: number; atRisk: number }

/** An item in the figures that our score is the product of. Base units. */
export type ItemFacts = {
  item: PeerItem
  asking: AskingFacts[]
  /** Of all accounts that ask, what the peer counts of it; their ARR where it counts none. */
  revenue: number
  /** Raw money of the exposures that ask, and how much of it is at risk for this item and can be saved. */
  stake: number
  atRisk: number
  canSave: number
  value: number
}

export function factsOf(
  item: PeerItem,
  backlog: PeerBacklog,
  { revenue = ARR }: Pick<Peer, 'revenue'>,
): ItemFacts {
  const { parts } = item
  const byAccount = groupBy(parts, (part) => Number(part.accountId))
  const asking = askingAccounts(item.requests, backlog).map((one) => {
    const own = byAccount.get(one.account.id) ?? []
    return {
      ...one,
      revenue: revenue.of(one.account),
      stake: sumOf(own, ({ from }) => from.raw),
      atRisk: sumOf(own, (part) => part.arrAtRisk),
    }
  })
  return {
    item,
    asking,
    revenue: sumOf(asking, (one) => one.revenue),
    stake: sumOf(parts, ({ from }) => from.raw),
    atRisk: sumOf(parts, (part) => part.arrAtRisk),
    canSave: sumOf(parts, (part) => part.canSave),
    value: sumOf(parts, (part) => part.value),
  }
}

/** Each factor as a number that is larger the more it speaks for the item with us, or the less it does with them. */
export const FACTORS: Readonly<Record<Factor, (facts: ItemFacts) => number>> = {
  money: ({ stake, asking }) => stake / asking.length,
  whole: ({ stake, revenue }) => stake / revenue,
  risk: ({ atRisk, stake }) => atRisk / stake,
  saving: ({ canSave, atRisk }) => canSave / atRisk,
  weight: ({ value, canSave }) => value / canSave,
  cost: ({ item }) => 1 / item.cost,
  repeats: ({ asking, item }) => asking.length / item.requests.length,
  hurry: ({ value, item }) => value / item.delayCost,
}

/** The middle one of each factor over the items that have a score with us; what speaks for or against is told from it. */
export function typicalFactors(all: readonly ItemFacts[]): Record<Factor, number> {
  const scored = all.filter(({ value }) => value > 0)
  const median = (figureOf: (facts: ItemFacts) => number) => {
    // Where the peer counts nothing there is no ratio.
    const sorted = scored
      .map(figureOf)
      .filter(Number.isFinite)
      .sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 1
  }
  return {
    money: median(FACTORS.money),
    whole: median(FACTORS.whole),
    risk: median(FACTORS.risk),
    saving: median(FACTORS.saving),
    weight: median(FACTORS.weight),
    cost: median(FACTORS.cost),
    repeats: median(FACTORS.repeats),
    hurry: median(FACTORS.hurry),
  }
}
