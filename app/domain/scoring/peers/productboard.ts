import { sum } from '#app/lib/numbers.ts'
import type { Importance } from '#db/constants.ts'

import type { Peer } from './types.ts'

/** A user's note on an item. */
export type Note = { user: string; importance: 0 | 1 | 2 | 3 | null }

/** Without an importance a note counts this much. */
const UNSAID = 1

/**
 * Customer importance score: the importance (0 to 3) of each distinct user, summed; a user's latest note counts.
 * @param notes the oldest first
 */
export function customerImportance(notes: readonly Note[]): number {
  const latest = new Map(notes.map(({ user, importance }) => [user, importance ?? UNSAID]))
  return sum(latest.values())
}

const LEVELS = { blocker: 3, critical: 2, major: 1, minor: 0 } as const satisfies Record<
  Importance,
  Note['importance']
>

export const productboard: Peer = {
  name: 'Productboard',
  formula: 'Customer importance score: the importance of each user, 0 to 3, summed',
  mapping: [
    'User: the account, so it counts once; its request confirmed last decides',
    'Importance: blocker 3, critical 2, major 1, minor 0',
  ],
  unit: 'points',
  differs: ['money', 'risk', 'saving', 'weight', 'cost'],
  nothing: 'Every account calls it minor, which Productboard counts as 0',
  score: ({ items }) =>
    items.map(({ requests }) => {
      const notes = requests.map(({ accountId, importance }): Note => ({
        user: String(accountId),
        importance: LEVELS[importance],
      }))
      const users = new Set(notes.map(({ user }) => user)).size
      return {
        score: customerImportance(notes),
        parts: [{ name: 'users', value: users, unit: 'count' }],
      }
    }),
}
