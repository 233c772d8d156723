import { aliasedTable, and, asc, count, eq, sql, type SQL } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { itemScores, scoreParts } from '#db/schema/scores.ts'

import { LARGEST_FIRST, MONEY_COLUMNS, type BacklogSort } from './columns.ts'
import { holderFilter, itemFilter } from './filter-conditions.server.ts'
import type { BacklogFilters } from './filters.ts'
import { ranksOf } from './ranks.server.ts'

export const BACKLOG_PAGE = 200

/** Whether a part's start-by day has passed. */
const isLate = sql`(${scoreParts.factors} #>> '{link,startInDays}')::int < 0`

/** What the rows of a segment or an account bring to each item; without such a filter, what all bring. */
function sharesOf(ctx: Pick<Context, 'db'>, filters: BacklogFilters) {
  return ctx.db
    .select({
      itemId: scoreParts.itemId,
      arrAtRisk: sql<number>`sum(${scoreParts.arrAtRisk})`.as('share_at_risk'),
      canSave: sql<number>`sum(${scoreParts.canSave})`.as('share_can_save'),
      value: sql<number>`sum(${scoreParts.value})`.as('share_value'),
      tooLate: sql<number>`coalesce(sum(${scoreParts.arrAtRisk}) filter (where ${isLate}), 0)`.as(
        'share_too_late',
      ),
      accounts: sql<number>`count(distinct ${scoreParts.accountId})::int`.as('share_accounts'),
    })
    .from(scoreParts)
    .where(holderFilter(ctx, filters, scoreParts.accountId))
    .groupBy(scoreParts.itemId)
    .as('shares')
}

/**
 * The rows of the backlog that the filters leave, a page at a time, and how many there are in all. Under a segment or
 * account filter the money, the accounts and the score are those of its exposures alone; rank and dates stay the item's.
 * Money in base units; all of it null for whoever may not see revenue.
 */
export async function listBacklog(
  ctx: Context,
  {
    filters,
    lineId,
    today,
    money,
    limit = BACKLOG_PAGE,
  }: {
    filters: BacklogFilters
    lineId: number | null
    today: IsoDate
    money: boolean
    limit?: number
  },
) {
  const ranks = ranksOf(ctx)
  const shares = sharesOf(ctx, filters)
  const owner = aliasedTable(people, 'owner')
  const partial = filters.segment !== null || filters.account !== null
  const rank = lineId === null ? ranks.rank : ranks.lineRank
  const atRisk = sql<number>`coalesce(${shares.arrAtRisk}, 0)`
  const canSave = sql<number>`coalesce(${shares.canSave}, 0)`
  const value = sql<number>`coalesce(${shares.value}, 0)`
  const score = sql<number>`${value} / ${itemScores.costInScore}`
  const asked = sql<number>`coalesce(${shares.accounts}, 0)`
  const orders: Record<BacklogSort, SQL> = {
    rank: sql`${rank}`,
    title: sql`${items.titleFold}`,
    arr_at_risk: atRisk,
    can_save: canSave,
    score,
    accounts: asked,
    cost: sql`${itemScores.costMean}`,
    start_by: sql`${itemScores.startBy}`,
    next_renewal: sql`${itemScores.nextRenewalOn}`,
  }
  const where = and(
    itemFilter(filters, lineId, today),
    partial ? sql`${shares.itemId} is not null` : undefined,
  )
  const sort = money || !MONEY_COLUMNS.includes(filters.sort) ? filters.sort : 'rank'
  const down =
    filters.direction === null ? LARGEST_FIRST.includes(sort) : filters.direction === 'down'

  const page = ctx.db
    .select({
      id: items.id,
      title: items.title,
      type: items.type,
      lane: items.lane,
      status: items.status,
      horizon: items.horizon,
      line: productLines.name,
      lineSlug: productLines.slug,
      area: areas.name,
      ownerId: owner.id,
      owner: owner.name,
      costLikely: items.costLikely,
      costSize: items.costSize,
      costMean: itemScores.costMean,
      score,
      estimated: itemScores.estimated,
      rank,
      lineRank: ranks.lineRank,
      tier: lineId === null ? itemScores.tier : itemScores.lineTier,
      // how sure the score is, is said of the whole item only
      low: partial ? sql<null>`null` : itemScores.low,
      high: partial ? sql<null>`null` : itemScores.high,
      arrAtRisk: atRisk,
      canSave,
      value,
      accounts: asked,
      // whose share is the largest is said of the whole item only
      topShare: partial ? sql<null>`null` : itemScores.topShare,
      tooLate: partial ? shares.tooLate : itemScores.tooLate,
      nextRenewalOn: itemScores.nextRenewalOn,
      startBy: itemScores.startBy,
    })
    .from(items)
    .innerJoin(productLines, eq(productLines.id, items.productLineId))
    .leftJoin(areas, eq(areas.id, items.areaId))
    .leftJoin(owner, eq(owner.id, items.ownerId))
    .leftJoin(itemScores, eq(itemScores.itemId, items.id))
    .leftJoin(ranks, eq(ranks.itemId, items.id))
    .leftJoin(shares, eq(shares.itemId, items.id))
    .where(where)
    .orderBy(
      sql`${orders[sort]} ${sql.raw(down ? 'desc' : 'asc')} nulls last`,
      sql`${rank} nulls last`,
      asc(items.id),
    )
    .limit(limit)
    .offset((filters.page - 1) * limit)

  const counted = ctx.db
    .select({ n: count() })
    .from(items)
    .leftJoin(itemScores, eq(itemScores.itemId, items.id))
    .leftJoin(shares, eq(shares.itemId, items.id))
    .where(where)
  const [rows, [total]] = await Promise.all([page, counted])
  return {
    total: total?.n ?? 0,
    rows: rows.map((row) => ({
      ...row,
      score: money ? row.score : null,
      low: money ? row.low : null,
      high: money ? row.high : null,
      arrAtRisk: money ? row.arrAtRisk : null,
      canSave: money ? row.canSave : null,
      value: money ? row.value : null,
      tooLate: money ? row.tooLate : null,
      topShare: money ? row.topShare : null,
    })),
  }
}
