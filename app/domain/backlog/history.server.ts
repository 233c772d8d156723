import { and, asc, eq, gte, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { items } from '#db/schema/items.ts'
import { itemScores, scoreHistory } from '#db/schema/scores.ts'

import { ranksOf } from './ranks.server.ts'

/** Writes rank and score of every scored item for today; a second run on one day brings the day up to date. */
export async function recordScoreHistory(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const day = await getToday(ctx)
  const ranks = ranksOf(ctx)
  await ctx.db
    .insert(scoreHistory)
    .select(
      ctx.db
        .select({
          day: sql<IsoDate>`${day}::date`.as('day'),
          itemId: itemScores.itemId,
          rank: sql<number | null>`${ranks.lineRank}`.as('rank'),
          score: itemScores.score,
          value: itemScores.value,
          arrAtRisk: itemScores.arrAtRisk,
          status: items.status,
        })
        .from(itemScores)
        .innerJoin(items, eq(items.id, itemScores.itemId))
        .leftJoin(ranks, eq(ranks.itemId, itemScores.itemId)),
    )
    .onConflictDoUpdate({
      target: [scoreHistory.day, scoreHistory.itemId],
      set: {
        rank: sql`excluded.rank`,
        score: sql`excluded.score`,
        value: sql`excluded.value`,
        arrAtRisk: sql`excluded.arr_at_risk`,
        status: sql`excluded.status`,
      },
    })
}

/** Rank and score of one item, a row a day, oldest first; at most the last `days`. */
export async function getScoreHistory(
  ctx: Pick<Context, 'db' | 'now'>,
  itemId: number,
  days = 180,
): Promise<{ day: IsoDate; rank: number | null; score: number }[]> {
  const since = addDays(await getToday(ctx), -days)
  return ctx.db
    .select({ day: scoreHistory.day, rank: scoreHistory.rank, score: scoreHistory.score })
    .from(scoreHistory)
    .where(and(eq(scoreHistory.itemId, itemId), gte(scoreHistory.day, since)))
    .orderBy(asc(scoreHistory.day))
}
