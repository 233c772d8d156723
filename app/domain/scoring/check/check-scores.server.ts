import { recordScoreHistory } from '#app/domain/backlog/history.server.ts'
import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { dayIn, getOrganisation, hourIn } from '#app/domain/organisation/get-organisation.server.ts'
import { lockScores, refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { compareStored, sumsAgree } from './compare-stored.ts'
import { CHECKED, findLastCheck } from './find-last-check.server.ts'
import { readStored } from './stored-scores.server.ts'
import { foundAnything, LISTED, type ScoreCheck } from './words.ts'

type Clock = Pick<Context, 'db' | 'now'>

/** Hour of the organisation's day from which on the night's check is due. */
const NIGHT_HOUR = 2

/** Checks the scores once a day of the organisation, at night; whatever comes early or a second time does nothing. */
export async function checkScoresAtNight(ctx: Clock): Promise<ScoreCheck | null> {
  return inTransaction(ctx, async (ctx) => {
    await lockScores(ctx)
    const { timeZone } = await getOrganisation(ctx)
    const last = await findLastCheck(ctx)
    const done = last !== null && dayIn(timeZone, last.at) >= dayIn(timeZone, ctx.now)
    if (done || hourIn(timeZone, ctx.now) < NIGHT_HOUR) return null
    return checkScores(ctx)
  })
}

/**
 * Computes every score again from the records and holds the stored ones against it, and both directions of their sums
 * against each other. What is computed again stays, so a difference is put right as it is found; it is reported with
 * the event, without money.
 */
export async function checkScores(ctx: Clock): Promise<ScoreCheck> {
  return inTransaction(ctx, async (ctx) => {
    // Scores of two days may differ, and nobody writes any in between.
    await turnDay(ctx)
    const stored = await readStored(ctx)
    await refreshScores(ctx, 'all')
    const computed = await readStored(ctx)
    const { itemIds, exposures, largest } = compareStored(stored.rows, computed.rows)
    const check: ScoreCheck = {
      scored: computed.items,
      reconciled: sumsAgree(stored.sums),
      items: itemIds.slice(0, LISTED),
      differing: itemIds.length,
      exposures,
      largest,
    }
    if (foundAnything(check)) await recordScoreHistory(ctx)
    await recordEvent(
      { ...ctx, actor: null },
      {
        name: CHECKED,
        subject: ['scores', 'all'],
        data: { ...check, items: check.items.map(itemKey) },
      },
    )
    return check
  })
}
