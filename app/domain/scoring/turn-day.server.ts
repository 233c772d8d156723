import { recordScoreHistory } from '#app/domain/backlog/history.server.ts'
import { inTransaction, type Context } from '#app/domain/context.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'

import { hasDayTurned, refreshScores } from './refresh.server.ts'

/**
 * Moves the clock of the scores: on the first call of an organisation's day everything is scored again, because time
 * alone changes what can still be saved; every call keeps the day's row of the history up to date.
 */
export async function turnDay(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { timeZone } = await getOrganisation(ctx)
    if (await hasDayTurned(ctx, timeZone)) await refreshScores(ctx, 'all')
    await recordScoreHistory(ctx)
  })
}
