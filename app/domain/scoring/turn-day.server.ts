import { min } from 'drizzle-orm'

import { recordScoreHistory } from '#app/domain/backlog/history.server.ts'
import { inTransaction, type Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { itemScores } from '#db/schema/scores.ts'

import { refreshScores } from './refresh.server.ts'

/**
 * Moves the clock of the scores: on the first call of an organisation's day everything is scored again, because time
 * alone changes what can still be saved; every call keeps the day's row of the history up to date.
 */
export async function turnDay(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const { timeZone } = await getOrganisation(ctx)
  await inTransaction(ctx, async (ctx) => {
    const [oldest] = await ctx.db.select({ at: min(itemScores.computedAt) }).from(itemScores)
    const stale = oldest?.at && dayIn(timeZone, oldest.at) < dayIn(timeZone, ctx.now)
    if (stale) await refreshScores(ctx, 'all')
    await recordScoreHistory(ctx)
  })
}
