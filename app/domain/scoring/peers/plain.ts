import { ARR, arrOfAsking, askingAccounts } from './asking.ts'
import type { Peer } from './types.ts'

/** Whole ARR of the distinct accounts that ask, divided by the expected cost. */
export const arrPerCost: Peer = {
  name: 'ARR per cost',
  formula: 'Whole ARR of the accounts that ask ÷ cost',
  mapping: [
    'ARR: all open contracts of each account that asks, each account once',
    'Cost: expected engineer-weeks',
  ],
  unit: 'money',
  revenue: ARR,
  differs: ['whole', 'risk', 'saving', 'weight'],
  nothing: 'Its accounts have no contract yet, only deals',
  score: (backlog) =>
    backlog.items.map(({ requests, cost }) => {
      const arr = arrOfAsking(askingAccounts(requests, backlog))
      return {
        score: arr / cost,
        parts: [
          { name: 'ARR', value: arr, unit: 'money' },
          { name: 'cost', value: cost, unit: 'weeks' },
        ],
      }
    }),
}

/** Requests, divided by the expected cost. */
export const votesPerCost: Peer = {
  name: 'Votes per cost',
  formula: 'Requests ÷ cost',
  mapping: ['Votes: every request, also several of one account', 'Cost: expected engineer-weeks'],
  unit: 'points',
  differs: ['money', 'risk', 'saving', 'weight', 'repeats'],
  nothing: 'Nobody asks for it',
  score: ({ items }) =>
    items.map(({ requests, cost }) => ({
      score: requests.length / cost,
      parts: [
        { name: 'votes', value: requests.length, unit: 'count' },
        { name: 'cost', value: cost, unit: 'weeks' },
      ],
    })),
}
