import { and, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import type { Context } from '#app/domain/context.ts'
import { parsePublication } from '#app/domain/publications/content.ts'
import { costOf } from '#app/domain/scoring/cost.ts'
import type { ItemFact } from '#app/domain/scoring/facts.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import type { Rankable } from '#app/domain/scoring/rank.ts'
import { publications } from '#db/schema/publications.ts'
import { itemScores, scoreFacts, scoreHistory } from '#db/schema/scores.ts'

import type { Point } from './points.ts'

type Reader = Pick<Context, 'db'>

/** Every ranked item of a product line as it was at a point, with the score that was stored then. */
export async function listRanking(
  ctx: Reader,
  lineId: number,
  point: Point,
  { now, parameters }: { now: boolean; parameters: ModelParameters },
): Promise<Rankable[]> {
  if (point.publication !== null) return listPublished(ctx, lineId, point.publication)
  return now ? listCurrent(ctx, lineId) : listOfDay(ctx, lineId, point, parameters)
}

async function listPublished(ctx: Reader, lineId: number, number: number): Promise<Rankable[]> {
  const [row] = await ctx.db
    .select({ content: publications.content })
    .from(publications)
    .where(and(eq(publications.productLineId, lineId), eq(publications.number, number)))
  if (!row) return []
  return parsePublication(row.content).items.flatMap(({ itemId, rank, score, costMean }) =>
    rank === null ? [] : [{ id: String(itemId), score, costMean }],
  )
}

async function listCurrent(ctx: Reader, lineId: number): Promise<Rankable[]> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({ id: ranks.itemId, score: itemScores.score, costMean: itemScores.costMean })
    .from(ranks)
    .innerJoin(itemScores, eq(itemScores.itemId, ranks.itemId))
    .where(eq(ranks.lineId, lineId))
  return rows.map((row) => ({ ...row, id: String(row.id) }))
}

async function listOfDay(
  { db }: Reader,
  lineId: number,
  { day, momentId }: Point,
  parameters: ModelParameters,
): Promise<Rankable[]> {
  const rows = await db
    .select({
      score: scoreHistory.score,
      item: sql<ItemFact['item']>`${scoreFacts.content} -> 'item'`,
    })
    .from(scoreHistory)
    .innerJoin(
      scoreFacts,
      and(
        eq(scoreFacts.subject, sql`'item:' || ${scoreHistory.itemId}`),
        lte(scoreFacts.since, momentId),
        or(isNull(scoreFacts.until), gt(scoreFacts.until, momentId)),
      ),
    )
    .where(
      and(
        eq(scoreHistory.day, day),
        isNotNull(scoreHistory.rank),
        sql`(${scoreFacts.content} ->> 'lineId')::int = ${lineId}`,
      ),
    )
  return rows.map(({ score, item }) => ({
    id: item.id,
    score,
    costMean: costOf({ ...item, title: '' }, parameters).mean,
  }))
}
