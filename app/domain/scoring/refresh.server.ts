import { inArray, min, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

import { inTransaction, type Context, type Unscored } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { inChunks } from '#app/lib/chunks.ts'
import { insertRows } from '#db/batch.ts'
import type { Executor } from '#db/client.ts'
import type { ExclusionReason } from '#db/constants.ts'
import { exposureScores, itemScores, scoreExclusions, scoreParts } from '#db/schema/scores.ts'

import { loadRecords } from './load-records.server.ts'
import { getModelVersion } from './model-version.server.ts'
import { toScoreInput } from './gather.ts'
import { rankScore } from './rank.ts'
import { scoreBacklog } from './score.ts'
import { reachOf, type Reach, type RefreshScope } from './scope.server.ts'
import type { ScoredExposure, ScoredItem, ScoreInput, ScoreResult } from './types.ts'

/** Serialises writers of the scores: each must see what the one before committed. Any constant of our own serves. */
const SCORE_LOCK = 4_203_117

const ROWS_A_STATEMENT = 1000

type Writer = Pick<Context, 'db' | 'now' | 'unscored'>

/**
 * Brings the stored scores up to date with the records, inside the caller's transaction; the only writer of them.
 * Call it last in every command that changes what the score reads: accounts (health, strategic weight, parent,
 * attributes), contracts, opportunities, requests that have an item, items (cost, status, date), rates, profiles.
 * The first refresh of a day scores everything: parts of two days would not add up.
 */
export async function refreshScores(ctx: Writer, scope: RefreshScope): Promise<void> {
  if (ctx.unscored) return note(ctx.unscored, scope)
  await lockScores(ctx)
  const { timeZone } = await getOrganisation(ctx)
  const today = dayIn(timeZone, ctx.now)
  const everything = scope === 'all' || (await hasDayTurned(ctx, timeZone))
  const reach = everything ? 'all' : await reachOf(ctx, scope)
  const records = await loadRecords(
    ctx,
    reach === 'all' ? 'all' : reach.read,
    reach === 'all' ? [] : reach.items,
  )
  const model = await getModelVersion(ctx)
  const input = toScoreInput(records, today)
  const result = scoreBacklog({ today, parameters: model.parameters, input })
  await writeExposures(ctx, result.exposures, reach)
  await writeExclusions(ctx, input, result, reach)
  await writeItems(ctx, result.items, reach, model.id)
}

/** Whether any stored score is of an earlier day of the organisation than the context's. */
export async function hasDayTurned(
  { db, now }: Pick<Writer, 'db' | 'now'>,
  timeZone: string,
): Promise<boolean> {
  const [oldest] = await db.select({ at: min(itemScores.computedAt) }).from(itemScores)
  return oldest?.at != null && dayIn(timeZone, oldest.at) < dayIn(timeZone, now)
}

/**
 * Keeps other writers of the scores out until the transaction ends. A command that deletes what scores point to takes it
 * between locking those rows against other commands and deleting them; otherwise the two wait for each other.
 */
export async function lockScores(ctx: Pick<Context, 'db'>): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${SCORE_LOCK})`)
}

/**
 * Runs many commands in one transaction and brings the scores up to date once, after the last of them, as of the
 * context's own moment. Between the commands the stored scores stand still, so none of them may read them.
 */
export function deferScores<C extends Writer, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    const unscored: Unscored = { all: false, accountIds: new Set(), itemIds: new Set() }
    const result = await work({ ...tx, unscored })
    const { all, accountIds, itemIds } = unscored
    await refreshScores(tx, all ? 'all' : { accountIds: [...accountIds], itemIds: [...itemIds] })
    return result
  })
}

function note(unscored: Unscored, scope: RefreshScope): void {
  if (scope === 'all') unscored.all = true
  else {
    for (const id of scope.accountIds ?? []) unscored.accountIds.add(id)
    for (const id of scope.itemIds ?? []) unscored.itemIds.add(id)
  }
}

async function writeExposures(
  { db }: Writer,
  exposures: readonly ScoredExposure[],
  reach: Reach | 'all',
): Promise<void> {
  if (reach !== 'all' && reach.accounts.length === 0) return
  const changed = reach === 'all' ? null : new Set(reach.accounts)
  await db
    .delete(exposureScores)
    .where(changed ? inArray(exposureScores.accountId, [...changed]) : undefined)
  const rows = exposures
    .filter((one) => !changed || changed.has(Number(one.accountId)))
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

async function writeExclusions(
  { db }: Writer,
  { exposures }: ScoreInput,
  { excluded, expired }: ScoreResult,
  reach: Reach | 'all',
): Promise<void> {
  if (reach !== 'all' && reach.accounts.length === 0) return
  const changed = reach === 'all' ? null : new Set(reach.accounts)
  const holders = new Map(exposures.map(({ id, accountId }) => [id, Number(accountId)]))
  const row = (exposure: string, reason: ExclusionReason, request: string | null) => {
    const accountId = holders.get(exposure)
    if (accountId === undefined || (changed && !changed.has(accountId))) return []
    return [{ exposure, accountId, requestId: request === null ? null : Number(request), reason }]
  }
  await db
    .delete(scoreExclusions)
    .where(changed ? inArray(scoreExclusions.accountId, [...changed]) : undefined)
  const rows = [
    ...excluded.flatMap(({ id, reason }) => row(id, reason, null)),
    ...expired.flatMap(({ exposure, request }) => row(exposure, 'expired_claim', request)),
  ]
  await store(db, scoreExclusions, rows)
}

async function writeItems(
  { db, now }: Writer,
  scored: readonly ScoredItem[],
  reach: Reach | 'all',
  modelVersionId: number,
): Promise<void> {
  if (reach !== 'all' && reach.items.length === 0) return
  const changed = reach === 'all' ? null : new Set(reach.items)
  const items = scored.filter((item) => !changed || changed.has(Number(item.id)))
  await db.delete(scoreParts).where(changed ? inArray(scoreParts.itemId, [...changed]) : undefined)
  await db.delete(itemScores).where(changed ? inArray(itemScores.itemId, [...changed]) : undefined)
  const rows = items.map((item) => ({
    itemId: Number(item.id),
    score: item.score,
    rankScore: rankScore(item.score),
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
