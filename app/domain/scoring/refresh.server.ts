import { isNull, sql } from 'drizzle-orm'

import { inTransaction, type Context, type Unscored } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { items } from '#db/schema/items.ts'

import { toFacts } from './facts.ts'
import { findFamilies } from './families.server.ts'
import { followSubmitters } from './follow-submitters.server.ts'
import { toScoreInput } from './gather.ts'
import { loadRecords } from './load-records.server.ts'
import { getModelVersion, type ModelVersion } from './model-version.server.ts'
import { beginMoment, findLastMoment } from './moments.server.ts'
import { scoreBacklog } from './score.ts'
import { writeTiers } from './tiers.server.ts'
import { askersOf, familySlices, reachOf, type Reach, type RefreshScope } from './scope.server.ts'
import { withSensitivities } from './uncertainty.ts'
import { endGoneFacts, writeFacts } from './write-facts.server.ts'
import { clearScores, writeExclusions, writeExposures, writeItems } from './write-scores.server.ts'

/** Serialises writers of the scores: each must see what the one before committed. Any constant of our own serves. */
const SCORE_LOCK = 4_203_117

type Writer = Pick<Context, 'db' | 'now' | 'unscored'>

/** What is scored: the day, by which version of the model, and the moment to keep it by. */
type At = { today: IsoDate; model: ModelVersion; momentId: number }

/**
 * Brings the stored scores up to date with the records, inside the caller's transaction; the only writer of them.
 * Call it last in every command that changes what the score reads: accounts (health, strategic weight, parent,
 * owner, attributes), contracts, opportunities, requests that have an item, items (cost, status, date), rates, profiles.
 * The first refresh of a day scores everything: parts of two days would not add up.
 */
export async function refreshScores(ctx: Writer, scope: RefreshScope): Promise<void> {
  if (ctx.unscored) return note(ctx.unscored, scope)
  await lockScores(ctx)
  const { timeZone } = await getOrganisation(ctx)
  const today = dayIn(timeZone, ctx.now)
  const everything = scope === 'all' || (await hasDayTurned(ctx, today))
  const model = await getModelVersion(ctx)
  const at: At = { today, model, momentId: await beginMoment(ctx, today, model.id) }
  const followed = await followSubmitters(ctx, at)
  if (everything) return scoreAll(ctx, at)
  const accountIds = [...(scope.accountIds ?? []), ...followed]
  await score(ctx, at, await reachOf(ctx, { ...scope, accountIds }))
}

/**
 * Items are scored with every account that asks for one, all at once. No item hangs on the families of the others, so
 * those go by in slices, and memory does not grow with them.
 */
async function scoreAll(ctx: Writer, at: At): Promise<void> {
  await clearScores(ctx)
  await endGoneFacts(ctx, at.momentId)
  const all = await ctx.db.select({ id: items.id }).from(items).where(isNull(items.mergedIntoId))
  const asking = await findFamilies(ctx, await askersOf(ctx, 'all'))
  await score(ctx, at, { read: asking, accounts: asking, items: all.map(({ id }) => id) })
  for await (const accounts of familySlices(ctx, asking)) {
    await score(ctx, at, { read: accounts, accounts, items: [] })
  }
}

async function score(ctx: Writer, at: At, reach: Reach): Promise<void> {
  if (reach.read.length + reach.items.length === 0) return
  const { today, model, momentId } = at
  const records = await loadRecords(ctx, reach.read, reach.items)
  const input = toScoreInput(records, today)
  const result = scoreBacklog({ today, parameters: model.parameters, input })
  await writeExposures(ctx, result.exposures, reach)
  await writeExclusions(ctx, input, result, reach)
  await writeFacts(ctx, momentId, toFacts(input, records, today), reach)
  if (reach.items.length === 0) return
  await writeItems(ctx, withSensitivities(result, model.parameters), reach, model.id)
  await writeTiers(ctx)
}

/** Whether the stored scores are of an earlier day, or of none that was kept. */
export async function hasDayTurned(ctx: Pick<Writer, 'db'>, today: IsoDate): Promise<boolean> {
  const last = await findLastMoment(ctx)
  return last === null || last.day < today
}

/**
 * Keeps other writers of the scores out until the transaction ends. A command that deletes what scores point to takes it
 * between locking those rows against other commands and deleting them, or before, when it leaves rows alone that another
 * command holds; otherwise the two wait for each other.
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
