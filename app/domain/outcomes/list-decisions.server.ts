import { and, asc, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { LONGEST_OVERDUE } from '#app/domain/accounts/contract-rules.ts'
import { contractExposure } from '#app/domain/scoring/to-exposure.ts'
import { addDays, diffDays, type IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { PredictionDays } from '#db/constants.ts'
import { accounts } from '#db/schema/accounts.ts'
import { outcomes, predictions } from '#db/schema/outcomes.ts'

import type { Decision, FrozenPrediction } from './decision.ts'
import { loadDeliveries } from './deliveries.server.ts'
import type { PredictedParts, PredictionInputs } from './prediction.ts'
import { lostShare } from './rules.ts'

type Reader = Pick<Context, 'db'>
type PredictionRow = typeof predictions.$inferSelect

/**
 * Decisions of contracts with what was predicted of each, the latest first. Part of queries that ask for their own
 * permission.
 * @param since The first day of those that count; all by default.
 */
export async function listDecisions(ctx: Reader, since?: IsoDate): Promise<Decision[]> {
  const rows = await ctx.db
    .select({ outcome: outcomes, account: accounts.name })
    .from(outcomes)
    .innerJoin(accounts, eq(accounts.id, outcomes.accountId))
    .where(
      and(
        isNotNull(outcomes.contractId),
        since === undefined ? undefined : gte(outcomes.decidedOn, since),
      ),
    )
    .orderBy(desc(outcomes.decidedOn), desc(outcomes.id))
  const exposures = rows.map(({ outcome }) => contractExposure(outcome.contractId ?? 0))
  const frozen = await loadPredictions(ctx, [...new Set(exposures)])
  const deliveries = await loadDeliveries(ctx)
  return rows.map(({ outcome, account }, i) => {
    const { dueOn, decidedOn, itemId } = outcome
    const exposure = exposures[i] ?? ''
    const said = choosePredictions(frozen.get(exposure) ?? [], dueOn, decidedOn)
    const known = Object.fromEntries(
      Object.entries(said).map(([days, row]) => [days, toPrediction(row, deliveries.follow)]),
    ) as Decision['predictions']
    const causes = Object.values(known).flatMap(({ parts }) => parts.causes)
    return {
      outcomeId: outcome.id,
      exposure,
      account: { id: outcome.accountId, name: account },
      outcome: outcome.outcome,
      dueOn,
      decidedOn,
      lostShare: lostShare(outcome.amountBeforeMinor, outcome.amountAfterMinor),
      reason: outcome.reason,
      itemId: itemId === null ? null : deliveries.follow(itemId),
      predictions: known,
      delivered: new Set(
        causes.flatMap(({ itemId: id }) =>
          id !== null && deliveries.hadShipped(id, decidedOn) ? [id] : [],
        ),
      ),
    }
  })
}

async function loadPredictions({ db }: Reader, exposures: readonly string[]) {
  const rows = exposures.length
    ? await db
        .select()
        .from(predictions)
        .where(sql`${predictions.exposure} = any(${sql.param([...exposures])}::text[])`)
        .orderBy(asc(predictions.id))
    : []
  return groupBy(rows, ({ exposure }) => exposure)
}

/**
 * The prediction at each distance that speaks of this decision: frozen by then, of a date within 90 days of the one
 * that was decided about, since dates move. The latest such one counts.
 */
function choosePredictions(
  rows: readonly PredictionRow[],
  dueOn: IsoDate | null,
  decidedOn: IsoDate,
): Partial<Record<PredictionDays, PredictionRow>> {
  const chosen: Partial<Record<PredictionDays, PredictionRow>> = {}
  for (const row of rows) {
    if (dueOn === null || row.frozenOn > decidedOn) continue
    if (Math.abs(diffDays(row.dueOn, dueOn)) > LONGEST_OVERDUE) continue
    const days = row.daysAhead as PredictionDays
    const best = chosen[days]
    if (!best || row.frozenOn >= best.frozenOn) chosen[days] = row
  }
  return chosen
}

function toPrediction(row: PredictionRow, follow: (itemId: number) => number): FrozenPrediction {
  const { q, raw, frozenOn, decisionOn } = row
  const daysAhead = row.daysAhead as PredictionDays
  const parts = row.parts as PredictedParts
  const causes = parts.causes.map((cause) => ({
    ...cause,
    itemId: cause.itemId === null ? null : follow(cause.itemId),
  }))
  return {
    ...{ daysAhead, frozenOn, q, raw },
    late: diffDays(addDays(decisionOn, -daysAhead), frozenOn),
    parts: { ...parts, causes },
    inputs: row.inputs as PredictionInputs,
  }
}
