import { and, count, eq } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { items } from '#db/schema/items.ts'
import { areas, productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'
import { itemScores } from '#db/schema/scores.ts'

import { ranksOf } from './ranks.server.ts'

/**
 * One item with its figures, as the head of its panel and page shows them. Money in base units, null for whoever may
 * not see revenue; the score's figures are null while the item is not ranked by it (shipped, declined, merged).
 */
export async function getRankedItem(ctx: Context, itemId: number) {
  const ranks = ranksOf(ctx)
  const [row] = await ctx.db
    .select({
      id: items.id,
      title: items.title,
      type: items.type,
      lane: items.lane,
      fastLane: items.fastLane,
      status: items.status,
      horizon: items.horizon,
      lineId: items.productLineId,
      line: productLines.name,
      lineSlug: productLines.slug,
      area: areas.name,
      ownerId: items.ownerId,
      owner: people.name,
      mergedIntoId: items.mergedIntoId,
      costLow: items.costLow,
      costLikely: items.costLikely,
      costHigh: items.costHigh,
      costSize: items.costSize,
      rank: ranks.lineRank,
      tier: itemScores.lineTier,
      score: itemScores.score,
      low: itemScores.low,
      high: itemScores.high,
      arrAtRisk: itemScores.arrAtRisk,
      canSave: itemScores.canSave,
      tooLate: itemScores.tooLate,
      costMean: itemScores.costMean,
      estimated: itemScores.estimated,
      accounts: itemScores.accounts,
      topShare: itemScores.topShare,
      startBy: itemScores.startBy,
      nextRenewalOn: itemScores.nextRenewalOn,
    })
    .from(items)
    .innerJoin(productLines, eq(productLines.id, items.productLineId))
    .leftJoin(areas, eq(areas.id, items.areaId))
    .leftJoin(people, eq(people.id, items.ownerId))
    .leftJoin(itemScores, eq(itemScores.itemId, items.id))
    .leftJoin(ranks, eq(ranks.itemId, items.id))
    .where(eq(items.id, itemId))
  if (!row) throw notFound(itemKey(itemId))
  const [waiting] = await ctx.db
    .select({ n: count() })
    .from(requests)
    .where(and(eq(requests.itemId, itemId), eq(requests.state, 'new')))
  const money = may(ctx.actor, 'revenue.read')
  return {
    ...row,
    money,
    score: money ? row.score : null,
    low: money ? row.low : null,
    high: money ? row.high : null,
    arrAtRisk: money ? row.arrAtRisk : null,
    canSave: money ? row.canSave : null,
    tooLate: money ? row.tooLate : null,
    topShare: money ? row.topShare : null,
    /** Requests that their submitters put on it and triage has not confirmed. */
    waiting: waiting?.n ?? 0,
  }
}

export type RankedItem = Awaited<ReturnType<typeof getRankedItem>>
