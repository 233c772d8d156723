import { recordScoreHistory } from '#app/domain/backlog/history.server.ts'
import { inTransaction, type Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { calibrateSubmitters } from '#app/domain/outcomes/calibrate-submitters.server.ts'
import { freezePredictions } from '#app/domain/outcomes/freeze-predictions.server.ts'

import { hasDayTurned, lockScores, refreshScores } from './refresh.server.ts'

/**
 * Moves the clock of the scores: on the first call of an organisation's day the day that ended is closed as it was, what
 * each person's claims are worth is measured anew, and everything is scored again, because time alone changes what can
 * still be saved. Every call keeps the day's row of the history up to date, and freezes the predictions that are due.
 */
export async function turnDay(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockScores(ctx)
    await recordScoreHistory(ctx)
    if (await hasDayTurned(ctx, await getToday(ctx))) {
      await calibrateSubmitters(ctx)
      await refreshScores(ctx, 'all')
      await recordScoreHistory(ctx)
    }
    await freezePredictions(ctx)
  })
}
