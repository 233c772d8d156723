import { and, asc, eq, gte, sql } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { findLastMoment } from '#app/domain/scoring/moments.server.ts'
import { lockScores } from '#app/domain/scoring/refresh.server.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { items } from '#db/schema/items.ts'
import { itemScores, scoreHistory } from '#db/schema/scores.ts'

import { ranksOf } from './ranks.server.ts'

/**
 * Writes rank and score of every scored item for the day that they were scored for; a second run on one day brings the
 * day up to date. Waits for writers of the scores, so that the rows and their moment are of one state.
 */
export async function recordScoreHistory(ctx: Pick<Context, 'db'>): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockScores(ctx)
    const moment = await findLastMoment(ctx)
    if (moment) await writeDay(ctx, moment)
  })
}

async function writeDay(
  ctx: Pick<Context, 'db'>,
  moment: { id: number; day: IsoDate },
): Promise<void> {
  const ranks = ranksOf(ctx)
  await ctx.db
    .insert(scoreHistory)
    .select(
      ctx.db
        .select({
          day: sql<IsoDate>`${moment.day}::date`.as('day'),
          itemId: itemScores.itemId,
          rank: sql<number | null>`${ranks.lineRank}`.as('rank'),
          score: itemScores.score,
          value: itemScores.value,
          arrAtRisk: itemScores.arrAtRisk,
          status: items.status,
          momentId: sql<number>`${moment.id}::int`.as('moment_id'),
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
        momentId: sql`excluded.moment_id`,
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
