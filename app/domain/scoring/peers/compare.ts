import type { IsoDate } from '#app/lib/dates.ts'
import { spearman } from '#app/lib/rank-correlation.ts'

import { rankScore } from '#app/domain/scoring/rank.ts'
import { factsOf, typicalFactors } from './facts.ts'
import { reasonFor } from './reasons.ts'
import type { Peer, PeerBacklog, PeerScore } from './types.ts'

/** From so many places on, a difference is worth a reason. */
const WORTH_A_REASON = 3

export type ComparedItem = {
  id: number
  ours: number
  theirs: number
  /** Places that the peer gives it above ours; negative below. */
  difference: number
  score: PeerScore
  /** Null where the two orders nearly agree. */
  reason: string | null
}

export type Comparison = {
  /** In our order. */
  items: ComparedItem[]
  /** Rank correlation of the two scores; null when there is nothing to compare. */
  spearman: number | null
  /** How many of our first 10 and 20 are among the peer's; of fewer items, of as many as there are. */
  shared: readonly { of: number; both: number }[]
}

/**
 * Our order of a backlog beside a peer's. Items of one score go by lower cost, then by number, as in ours.
 * @param backlog its items in our order
 */
export function compareOrders(
  backlog: PeerBacklog,
  peer: Peer,
  options: { today: IsoDate; currency: string },
): Comparison {
  const scores = peer.score(backlog)
  const facts = backlog.items.map((item) => factsOf(item, backlog, peer))
  const typical = typicalFactors(facts)
  const rows = facts.map((facts, i) => ({
    facts,
    ours: i + 1,
    score: scores[i] ?? { score: 0, parts: [] },
  }))
  const order = [...rows].sort(
    (a, b) =>
      rankScore(b.score.score) - rankScore(a.score.score) ||
      a.facts.item.cost - b.facts.item.cost ||
      a.facts.item.id - b.facts.item.id,
  )
  const theirs = new Map(order.map(({ facts }, i) => [facts.item.id, i + 1]))
  const items = rows.map(({ facts, ours, score }): ComparedItem => {
    const rank = theirs.get(facts.item.id) ?? ours
    const difference = ours - rank
    const reason =
      Math.abs(difference) < WORTH_A_REASON
        ? null
        : reasonFor(facts, { theirs: score.score, better: difference < 0 }, typical, {
            peer,
            ...options,
          })
    return { id: facts.item.id, ours, theirs: rank, difference, score, reason }
  })
  return {
    items,
    spearman: spearman(
      rows.map(({ facts }) => rankScore(facts.item.score)),
      rows.map(({ score }) => rankScore(score.score)),
    ),
    shared: [10, 20].map((first) => ({
      of: Math.min(first, items.length),
      both: items.filter(({ ours, theirs }) => ours <= first && theirs <= first).length,
    })),
  }
}
