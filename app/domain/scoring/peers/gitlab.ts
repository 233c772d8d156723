import { groupBy } from '#app/lib/group-by.ts'
import { sumOf } from '#app/lib/numbers.ts'
import type { Importance } from '#db/constants.ts'

import { ARR, askingAccounts, type Asking } from './asking.ts'
import type { Peer, PeerAccount, PeerBacklog, PeerScore } from './types.ts'

/** What each issue of one account is worth: its revenue, split by the priority points it gave its open issues. */
export function splitByPoints(revenue: number, points: readonly number[]): number[] {
  const all = sumOf(points, (one) => one)
  return points.map((one) => (all > 0 ? (one * revenue) / all : 0))
}

/** Priority points of an issue, 1 to 10. */
const POINTS: Readonly<Record<Importance, number>> = {
  blocker: 10,
  critical: 7,
  major: 4,
  minor: 1,
}

/** What an account's points on each of its open items are worth in money, by item. */
function worthByItem(
  backlog: PeerBacklog,
  revenueOf: (account: PeerAccount) => number,
): ReadonlyMap<number, readonly { asking: Asking; worth: number }[]> {
  const issues = [...backlog.asked].flatMap(([itemId, requests]) =>
    askingAccounts(requests, backlog).map((asking) => ({ itemId, asking })),
  )
  const split: { itemId: number; asking: Asking; worth: number }[] = []
  const byAccount = groupBy(issues, ({ asking }) => asking.account.id)
  for (const own of byAccount.values()) {
    const account = own[0]?.asking.account
    if (!account) continue
    const worth = splitByPoints(
      revenueOf(account),
      own.map(({ asking }) => POINTS[asking.importance]),
    )
    own.forEach((issue, i) => split.push({ ...issue, worth: worth[i] ?? 0 }))
  }
  return groupBy(split, ({ itemId }) => itemId)
}

/** How near a decision is: 1 within six months, ½ within a year. */
function nearness(days: number | null): number {
  if (days === null || days > 365) return 0
  return days <= 182 ? 1 : 0.5
}

function retentionUrgency({ health, renewsInDays }: PeerAccount): number {
  const ill = health === null || health >= 70 ? 0 : health >= 40 ? 0.5 : 1
  return 1 + ill + nearness(renewsInDays)
}

const growthUrgency = ({ dealClosesInDays }: PeerAccount) => 1 + nearness(dealClosesInDays)

function scoreBy(
  backlog: PeerBacklog,
  revenueOf: (account: PeerAccount) => number,
  urgencyOf: (account: PeerAccount) => number,
): PeerScore[] {
  const byItem = worthByItem(backlog, revenueOf)
  return backlog.items.map(({ id, cost }) => {
    const issues = byItem.get(id) ?? []
    const worth = sumOf(issues, (one) => one.worth)
    const urgent = sumOf(issues, (one) => one.worth * urgencyOf(one.asking.account))
    return {
      score: urgent / cost,
      parts: [
        { name: 'revenue by points', value: worth, unit: 'money' },
        { name: 'urgency', value: worth > 0 ? urgent / worth : 1, unit: 'points' },
        { name: 'effort', value: cost, unit: 'weeks' },
      ],
    }
  })
}

const POINTS_SAID =
  'Priority points: blocker 10, critical 7, major 4, minor 1; an account’s points over all its open items split its revenue'
const EFFORT_SAID = 'Effort: expected engineer-weeks'

export const gitlabRetention: Peer = {
  name: 'GitLab retention',
  formula: 'Points × (ARR ÷ all points of the account) × urgency ÷ effort',
  mapping: [
    POINTS_SAID,
    'Urgency: 1, and ½ for yellow or 1 for red health, and ½ for a renewal within a year or 1 within six months',
    EFFORT_SAID,
  ],
  unit: 'money',
  revenue: ARR,
  differs: ['whole', 'risk', 'saving', 'weight'],
  nothing: 'Its accounts have no contract yet, only deals',
  score: (backlog) => scoreBy(backlog, ARR.of, retentionUrgency),
}

const DEALS: NonNullable<Peer['revenue']> = { of: ({ deals }) => deals, word: 'deals' }

export const gitlabGrowth: Peer = {
  name: 'GitLab growth',
  formula: 'Points × (open deals ÷ all points of the account) × urgency ÷ effort',
  mapping: [
    POINTS_SAID,
    'Revenue: the open deals of the account, renewals aside',
    'Urgency: 1, and ½ for a deal that closes within a year or 1 within six months',
    EFFORT_SAID,
  ],
  unit: 'money',
  revenue: DEALS,
  differs: ['whole', 'risk', 'saving', 'weight'],
  nothing: 'No account that asks has an open deal',
  score: (backlog) => scoreBy(backlog, DEALS.of, growthUrgency),
}
