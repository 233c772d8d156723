import type { PgTable } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { inChunks } from '#app/lib/chunks.ts'
import { insertRows, isOneOf } from '#db/batch.ts'
import type { Executor } from '#db/client.ts'
import type { ExclusionReason } from '#db/constants.ts'
import { exposureScores, itemScores, scoreExclusions, scoreParts } from '#db/schema/scores.ts'

import { rankScore } from './rank.ts'
import type { Reach } from './scope.server.ts'
import type { ScoredExposure, ScoreInput, ScoreResult } from './types.ts'
import { intervalOf, type SureItem } from './uncertainty.ts'

type Writer = Pick<Context, 'db' | 'now'>

const ROWS_A_STATEMENT = 1000

/** Takes away every stored score. */
export async function clearScores({ db }: Writer): Promise<void> {
  for (const table of [scoreParts, itemScores, exposureScores, scoreExclusions]) {
    await db.delete(table)
  }
}

/** Of each exposure of the accounts reached, what it loses and can keep. */
export async function writeExposures(
  { db }: Writer,
  exposures: readonly ScoredExposure[],
  reach: Reach,
): Promise<void> {
  if (reach.accounts.length === 0) return
  const changed = new Set(reach.accounts)
  await db.delete(exposureScores).where(isOneOf(exposureScores.accountId, reach.accounts))
  const rows = exposures
    .filter((one) => changed.has(Number(one.accountId)))
    .map((one) => ({
      exposure: one.id,
      accountId: Number(one.accountId),
      raw: one.raw,
      weight: one.w,
      arrAtRisk: one.arrAtRisk,
      baseline: one.baselineCause,
      residual: one.declinedCause + one.shippedCause,
      keepable: one.w * one.protectable,
      badges: one.badges,
    }))
  await store(db, exposureScores, rows)
}

/** What of the accounts reached was left out of the score, and why. */
export async function writeExclusions(
  { db }: Writer,
  { exposures }: ScoreInput,
  { excluded, expired }: ScoreResult,
  reach: Reach,
): Promise<void> {
  if (reach.accounts.length === 0) return
  const changed = new Set(reach.accounts)
  const holders = new Map(exposures.map(({ id, accountId }) => [id, Number(accountId)]))
  const row = (exposure: string, reason: ExclusionReason, request: string | null) => {
    const accountId = holders.get(exposure)
    if (accountId === undefined || !changed.has(accountId)) return []
    return [{ exposure, accountId, requestId: request === null ? null : Number(request), reason }]
  }
  await db.delete(scoreExclusions).where(isOneOf(scoreExclusions.accountId, reach.accounts))
  const rows = [
    ...excluded.flatMap(({ id, reason }) => row(id, reason, null)),
    ...expired.flatMap(({ exposure, request }) => row(exposure, 'expired_claim', request)),
  ]
  await store(db, scoreExclusions, rows)
}

/** The items reached with their receipts. */
export async function writeItems(
  { db, now }: Writer,
  scored: readonly SureItem[],
  reach: Reach,
  modelVersionId: number,
): Promise<void> {
  const changed = new Set(reach.items)
  const items = scored.filter((item) => changed.has(Number(item.id)))
  await db.delete(scoreParts).where(isOneOf(scoreParts.itemId, reach.items))
  await db.delete(itemScores).where(isOneOf(itemScores.itemId, reach.items))
  const rows = items.map((item) => ({
    itemId: Number(item.id),
    score: item.score,
    rankScore: rankScore(item.score),
    ...intervalOf(item.sensitivity),
    sensitivity: item.sensitivity,
    value: item.value,
    arrAtRisk: item.arrAtRisk,
    canSave: item.canSave,
    costMean: item.costMean,
    costInScore: item.costInScore,
    estimated: !item.badges.includes('not_estimated'),
    accounts: item.accounts,
    topShare: item.topShare,
    tooLate: item.tooLate,
    nextRenewalOn: item.nextRenewalOn,
    startBy: item.startBy,
    modelVersionId,
    computedAt: now,
  }))
  const parts = items.flatMap((item) =>
    item.parts.map(({ link, from, alone, last, share, ...part }) => ({
      itemId: Number(item.id),
      exposure: part.exposure,
      accountId: Number(part.accountId),
      requestId: Number(part.request),
      arrAtRisk: part.arrAtRisk,
      canSave: part.canSave,
      value: part.value,
      factors: { link, from, alone, last, share },
    })),
  )
  await store(db, itemScores, rows)
  await store(db, scoreParts, parts)
}

/** Stores rows that all have the same columns. */
async function store<T extends PgTable>(
  db: Executor,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  await inChunks(rows, ROWS_A_STATEMENT, (chunk) => insertRows(db, table, columns, chunk))
}
