import { createHash } from 'node:crypto'

import { and, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { findFamilies } from '#app/domain/scoring/families.server.ts'
import { toScoreInput } from '#app/domain/scoring/gather.ts'
import { loadRecords } from '#app/domain/scoring/load-records.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ScoredExposure } from '#app/domain/scoring/types.ts'
import { inChunks } from '#app/lib/chunks.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { isOneOf } from '#db/batch.ts'
import { PREDICTION_DAYS } from '#db/constants.ts'
import { contracts, opportunities } from '#db/schema/accounts.ts'
import { predictions } from '#db/schema/outcomes.ts'
import { requests } from '#db/schema/requests.ts'

import { cutInputs, dueToday, freezingDays, partsOf, type PredictionInputs } from './prediction.ts'

type Clock = Pick<Context, 'db' | 'now'>

/**
 * Freezes what the model says of every decision 90 and 30 days ahead, each once. Days that passed while nobody ran
 * this are made up for while the prediction is still nearly as far ahead; the day on which it was frozen is kept.
 *
 * @returns how many were frozen
 */
export async function freezePredictions(ctx: Clock): Promise<number> {
  const today = await getToday(ctx)
  const accounts = await accountsDeciding(ctx, today)
  if (accounts.length === 0) return 0
  const input = toScoreInput(await loadRecords(ctx, await findFamilies(ctx, accounts)), today)
  const model = await getModelVersion(ctx)
  const { exposures } = scoreBacklog({ today, parameters: model.parameters, input })
  const wanted = exposures.flatMap((exposure) => {
    const { date, days } = exposure
    // A decision that rolls along with the days never comes nearer.
    return date === null ? [] : dueToday(days).map((daysAhead) => ({ exposure, date, daysAhead }))
  })
  const submitterOf = await submitters(
    ctx,
    wanted.map(({ exposure }) => exposure),
  )
  const inputsOf = cutInputs(input, today)
  const rows = wanted.map(({ exposure, date, daysAhead }) => ({
    ...toRow(exposure, inputsOf(exposure.id), submitterOf),
    ...{ dueOn: date, daysAhead },
    frozenAt: ctx.now,
    modelVersionId: model.id,
  }))
  return insertNew(ctx, rows)
}

/** Accounts with a contract or an opportunity that is decided at one of the distances and not yet frozen there. */
async function accountsDeciding({ db }: Clock, today: IsoDate): Promise<number[]> {
  const decided = (exposure: SQL, decisionOn: SQL) =>
    or(
      ...PREDICTION_DAYS.map((daysAhead) => {
        const { from, to } = freezingDays(daysAhead)
        return sql`(${decisionOn} between ${addDays(today, from)}::date and ${addDays(today, to)}::date
        and not exists (select 1 from ${predictions} where ${predictions.exposure} = ${exposure}
          and ${predictions.decisionOn} = ${decisionOn} and ${predictions.daysAhead} = ${daysAhead}))`
      }),
    )
  const renewing = await db
    .selectDistinct({ id: contracts.accountId })
    .from(contracts)
    .where(
      and(
        isNull(contracts.endedOn),
        decided(
          sql`'contract:' || ${contracts.id}`,
          sql`(${contracts.renewsOn} - ${contracts.noticeDays})`,
        ),
      ),
    )
  const closing = await db
    .selectDistinct({ id: opportunities.accountId })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.state, 'open'),
        ne(opportunities.kind, 'renewal'),
        decided(sql`'opportunity:' || ${opportunities.id}`, sql`${opportunities.closesOn}`),
      ),
    )
  return [...new Set([...renewing, ...closing].map(({ id }) => id))]
}

async function submitters(
  { db }: Clock,
  exposures: readonly ScoredExposure[],
): Promise<(requestId: number) => number | null> {
  const ids = exposures.flatMap(({ links }) => links.flatMap(({ request }) => request ?? []))
  const rows = ids.length
    ? await db
        .select({ id: requests.id, by: requests.submittedBy })
        .from(requests)
        .where(isOneOf(requests.id, [...new Set(ids.map(Number))]))
    : []
  const found = new Map(rows.map(({ id, by }) => [id, by]))
  return (requestId) => found.get(requestId) ?? null
}

function toRow(
  exposure: ScoredExposure,
  inputs: PredictionInputs,
  submitterOf: (requestId: number) => number | null,
) {
  const { id, accountId, decisionOn, q, raw, w } = exposure
  return {
    ...{ exposure: id, accountId: Number(accountId), decisionOn, frozenOn: inputs.today },
    ...{ q, raw, weight: w, inputs },
    parts: partsOf(exposure, submitterOf),
    inputsHash: createHash('sha256').update(JSON.stringify(inputs)).digest('hex'),
  }
}

/** Rows that one statement stores. */
const AT_ONCE = 1_000

async function insertNew(
  { db }: Clock,
  rows: readonly (typeof predictions.$inferInsert)[],
): Promise<number> {
  let stored = 0
  await inChunks(rows, AT_ONCE, async (some) => {
    const added = await db
      .insert(predictions)
      .values(some)
      .onConflictDoNothing()
      .returning({ id: predictions.id })
    stored += added.length
  })
  return stored
}
