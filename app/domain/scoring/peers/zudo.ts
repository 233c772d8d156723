import { sumOf } from '#app/lib/numbers.ts'
import type { Importance } from '#db/constants.ts'

import { ARR, arrOfAsking, askingAccounts, meanOf } from './asking.ts'
import type { Peer } from './types.ts'

/** How widely it is asked for, 0 to 100: `asking` of `all` accounts on a logarithmic scale. */
export function breadth(asking: number, all: number): number {
  return all > 0 ? (100 * Math.log2(asking + 1)) / Math.log2(all + 1) : 0
}

/** 0.50 revenue share × 100 + 0.20 breadth + 0.30 urgency. @param of `revenue` a share, 0 to 1; the others 0 to 100 */
export function zudo(of: { revenue: number; breadth: number; urgency: number }): number {
  return 0.5 * of.revenue * 100 + 0.2 * of.breadth + 0.3 * of.urgency
}

const URGENCY: Readonly<Record<Importance, number>> = {
  blocker: 100,
  critical: 75,
  major: 50,
  minor: 25,
}

export const zudoPeer: Peer = {
  name: 'Zudo',
  formula: '0.50 revenue share + 0.20 breadth + 0.30 urgency, each 0 to 100',
  mapping: [
    'Revenue share: whole ARR of the accounts that ask, of that of all accounts that ask for anything',
    'Breadth: the accounts that ask, of the same, on a logarithmic scale',
    'Urgency: blocker 100, critical 75, major 50, minor 25; the mean over the accounts',
  ],
  unit: 'points',
  revenue: ARR,
  differs: ['whole', 'risk', 'saving', 'weight', 'cost'],
  nothing: 'Nobody asks for it',
  score: (backlog) => {
    const all = new Set([...backlog.asked.values()].flat().map(({ accountId }) => accountId))
    const arr = sumOf(all, (id) => backlog.accounts.get(id)?.arr ?? 0)
    return backlog.items.map(({ requests }) => {
      const asking = askingAccounts(requests, backlog)
      const revenue = arr > 0 ? arrOfAsking(asking) / arr : 0
      const wide = breadth(asking.length, all.size)
      const urgency = meanOf(asking, ({ importance }) => URGENCY[importance])
      return {
        score: zudo({ revenue, breadth: wide, urgency }),
        parts: [
          { name: 'revenue', value: revenue, unit: 'percent' },
          { name: 'breadth', value: wide, unit: 'points' },
          { name: 'urgency', value: urgency, unit: 'points' },
        ],
      }
    })
  },
}
