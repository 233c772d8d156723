import type { IsoDate } from '#app/lib/dates.ts'
import type { Evidence, Importance } from '#db/constants.ts'

import type { Part } from '#app/domain/scoring/types.ts'

/** A customer as the formulas of other tools see it. Money in base units a year. */
export type PeerAccount = {
  id: number
  name: string
  /** Sum of its open contracts. */
  arr: number
  /** Sum of its open deals, and the nearest close date of them. */
  deals: number
  dealClosesInDays: number | null
  /** 0 to 100; null when unknown. */
  health: number | null
  renewsInDays: number | null
}

/** One request that counts for an item. */
export type PeerRequest = {
  accountId: number
  /** The one that counts: the settled one, or the CSM's. */
  importance: Importance
  evidence: Evidence
  confirmedOn: IsoDate
}

/** An item with what anybody's formula asks of it, and our own receipt of it. */
export type PeerItem = {
  id: number
  /** Expected engineer-weeks, as they divide our score. */
  cost: number
  /** Median weeks until it ships. */
  lead: number
  /** Value (weighted base units) lost for each week that its start slips. */
  delayCost: number
  /** Oldest confirmation first. */
  requests: readonly PeerRequest[]
  score: number
  parts: readonly PeerPart[]
}

/** What of a receipt's line the reasons are told from. */
export type PeerPart = Pick<
  Part,
  'exposure' | 'account' | 'accountId' | 'arrAtRisk' | 'canSave' | 'value'
> & { from: Pick<Part['from'], 'raw' | 'kind' | 'health' | 'date' | 'decisionOn' | 'weights'> }

/** All that is compared. `items` are those in sight; `asked` also counts the requests of the items out of sight. */
export type PeerBacklog = {
  items: readonly PeerItem[]
  accounts: ReadonlyMap<number, PeerAccount>
  /** Requests of every open item, by item. */
  asked: ReadonlyMap<number, readonly PeerRequest[]>
}

export type PeerUnit = 'count' | 'money' | 'percent' | 'weeks' | 'points'

/** What a peer makes of an item: its score, and the figures it came from, in the order of the formula. */
export type PeerScore = {
  score: number
  parts: readonly { name: string; value: number; unit: PeerUnit }[]
}

/**
 * What our score is the product of, and a formula may leave out; the last two are in theirs only.
 * - `money`: what is at stake for each account that asks; `whole`: what is at stake against the revenue that they count
 * - `risk`: the share of it at risk for this item; `saving`: the share of that which delivery in time keeps
 * - `weight`: fit, strategic weight, kind and distance; `cost`: engineer-weeks
 * - `repeats`: requests for each account; `hurry`: the share of the value that a week's delay loses
 */
export type Factor = 'money' | 'whole' | 'risk' | 'saving' | 'weight' | 'cost' | 'repeats' | 'hurry'

export type Peer = {
  name: string
  /** As the peer documents it, in words. */
  formula: string
  /** What of our records stands for each of its inputs. */
  mapping: readonly string[]
  unit: PeerUnit
  /** The revenue of an account that it counts, where it counts any. */
  revenue?: { of: (account: PeerAccount) => number; word: 'ARR' | 'deals' }
  /** Where its order and ours can part. */
  differs: readonly Factor[]
  /** Why it gives an item nothing that has a score with us. */
  nothing: string
  score: (backlog: PeerBacklog) => PeerScore[]
}
