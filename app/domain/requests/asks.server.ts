import { sql, type SQL } from 'drizzle-orm'

import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import { confirmedBefore, RECONFIRM_AFTER_DAYS } from './rules.ts'

/**
 * Condition on a row of `requests`, joined with its item: something is asked of the CSM. Only for filtering; which
 * things, `asksOf` says, and a test holds the two together.
 */
export function isAsked(now: Date, expiresAfter: number): SQL<boolean> {
  const stale = confirmedBefore(now, RECONFIRM_AFTER_DAYS).toISOString()
  const expired = confirmedBefore(now, expiresAfter).toISOString()
  const declined = sql`(${requests.state} = 'declined' or (${requests.state} = 'linked' and ${items.status} = 'declined'))`
  const shipped = sql`(${requests.state} = 'linked' and ${items.status} = 'shipped')`
  return sql<boolean>`coalesce(
    ${requests.state} = 'waiting'
    or (${declined} and ${requests.noAcceptedAt} is null)
    or (${shipped} and ${requests.solved} is null)
    or (
      (
        ${requests.confirmedAt} <= ${expired}
        or (
          coalesce(${requests.settledImportance}, ${requests.importance}) in ('blocker', 'critical')
          and ${requests.confirmedAt} <= ${stale}
        )
      )
      and ${requests.state} not in ('answered', 'duplicate')
      and not (${declined} and ${requests.noAcceptedAt} is not null)
      and not (${shipped} and ${requests.solved} is true)
    ), false)`
}
