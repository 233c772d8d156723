import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { OPEN_ITEM_STATUSES } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { itemScores } from '#db/schema/scores.ts'

/**
 * Subquery: the rank of every open item of the ranked lane, in its product line and over all of them. The order is
 * the one of `compareRank`: rounded score, then cost, then id.
 */
export function ranksOf({ db }: Pick<Context, 'db'>) {
  const order = sql`order by ${itemScores.rankScore} desc, ${itemScores.costMean}, ${items.id}`
  return db
    .select({
      itemId: items.id,
      lineId: items.productLineId,
      lineRank:
        sql<number>`(row_number() over (partition by ${items.productLineId} ${order}))::int`.as(
          'line_rank',
        ),
      rank: sql<number>`(row_number() over (${order}))::int`.as('overall_rank'),
    })
    .from(items)
    .innerJoin(itemScores, eq(itemScores.itemId, items.id))
    .where(
      and(
        eq(items.lane, 'ranked'),
        isNull(items.mergedIntoId),
        inArray(items.status, [...OPEN_ITEM_STATUSES]),
      ),
    )
    .as('ranks')
}
