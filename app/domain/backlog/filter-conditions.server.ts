import { and, eq, inArray, isNull, like, lte, or, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { fold } from '#app/lib/fold.ts'
import { likePattern } from '#app/lib/like-pattern.ts'
import { parseKey } from '#app/lib/readable-id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { itemScores } from '#db/schema/scores.ts'

import type { BacklogFilters } from './filters.ts'

/** The condition of the segment and account filters, on the column that names who holds the money. */
export function holderFilter(
  { db }: Pick<Context, 'db'>,
  { segment, account }: BacklogFilters,
  holderId: AnyPgColumn,
): SQL | undefined {
  const ofSegment = (name: string) =>
    db.select({ id: accounts.id }).from(accounts).where(eq(accounts.segment, name))
  return and(
    segment === null ? undefined : inArray(holderId, ofSegment(segment)),
    account === null ? undefined : eq(holderId, account),
  )
}

/** The condition of all other filters, on a query that joins items (and item scores for `startWithin`). */
export function itemFilter(
  filters: BacklogFilters,
  lineId: number | null,
  today: IsoDate,
): SQL | undefined {
  const { q } = filters
  const key = q === null ? null : parseKey(q)
  return and(
    isNull(items.mergedIntoId),
    inArray(items.status, filters.status),
    lineId === null ? undefined : eq(items.productLineId, lineId),
    filters.area === null ? undefined : eq(items.areaId, filters.area),
    filters.owner === null ? undefined : eq(items.ownerId, filters.owner),
    filters.type.length === 0 ? undefined : inArray(items.type, filters.type),
    filters.unestimated === null
      ? undefined
      : and(isNull(items.costLikely), isNull(items.costSize)),
    filters.startWithin === null
      ? undefined
      : lte(itemScores.startBy, addDays(today, filters.startWithin)),
    q === null
      ? undefined
      : or(
          like(items.titleFold, likePattern(fold(q))),
          key?.kind === 'item' ? eq(items.id, key.id) : undefined,
        ),
  )
}
