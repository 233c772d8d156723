import { asc, eq } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { sum } from '#app/lib/numbers.ts'
import type { Importance } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { itemScores } from '#db/schema/scores.ts'

import { toScoreInput } from './gather.ts'
import { accountsOfBlockers } from './load-submitters.server.ts'
import { loadRecords } from './load-records.server.ts'
import { getModelVersion } from './model-version.server.ts'
import { compareRank, type Rankable } from './rank.ts'
import type { Records, RequestRecord } from './records.ts'
import { scoreBacklog } from './score.ts'
import { reachOf } from './scope.server.ts'
import type { ScoreResult } from './types.ts'

type Reader = Pick<Context, 'db' | 'now'>

type Scope = { accountIds: readonly number[]; itemIds: readonly number[] }
type Change = (records: Records) => Records

/** Scores the records as they are and as `change` would make them. */
async function compareScores(
  ctx: Reader,
  scope: Scope,
  change: Change,
): Promise<{ before: ScoreResult; after: ScoreResult }> {
  const score = await readScores(ctx, scope)
  return { before: score((records) => records), after: score(change) }
}

/**
 * Reads the records once and scores them under any change; writes nothing. Exact for the named items and for every
 * exposure of the named accounts.
 */
async function readScores(ctx: Reader, scope: Scope): Promise<(change: Change) => ScoreResult> {
  const reach = await reachOf(ctx, scope)
  const records = await loadRecords(ctx, reach.read, reach.items)
  const { parameters } = await getModelVersion(ctx)
  const today = await getToday(ctx)
  return (change) =>
    scoreBacklog({ today, parameters, input: toScoreInput(change(records), today) })
}

/** Rank of an item in its line: before as stored, after with the new scores put in their places. */
async function compareRanks(
  ctx: Reader,
  itemId: number,
  after: ScoreResult,
  goneId?: number,
): Promise<{ before: number | null; after: number | null }> {
  const { before, rankBy } = await readRanks(ctx, itemId)
  return { before, after: rankBy(after, goneId) }
}

/**
 * The rank of an item in its line as stored, and the one that it would have by other scores.
 * `goneId`: an item that has no place then.
 */
async function readRanks(ctx: Reader, itemId: number) {
  const ranks = ranksOf(ctx)
  const [item] = await ctx.db
    .select({ lineId: items.productLineId, rank: ranks.lineRank })
    .from(items)
    .leftJoin(ranks, eq(ranks.itemId, items.id))
    .where(eq(items.id, itemId))
  if (!item) throw notFound('The item')
  const ranked = await ctx.db
    .select({ id: items.id, score: itemScores.score, costMean: itemScores.costMean })
    .from(ranks)
    .innerJoin(items, eq(items.id, ranks.itemId))
    .innerJoin(itemScores, eq(itemScores.itemId, items.id))
    .where(eq(items.productLineId, item.lineId))
    .orderBy(asc(ranks.lineRank))
  const rankBy = (scores: ScoreResult, goneId?: number): number | null => {
    const changed = new Map(scores.items.map((one) => [one.id, one]))
    const order = ranked
      .filter((row) => row.id !== goneId)
      .map((row): Rankable => changed.get(String(row.id)) ?? { ...row, id: String(row.id) })
      .sort(compareRank)
    const place = order.findIndex((one) => one.id === String(itemId))
    return place < 0 ? null : place + 1
  }
  return { before: item.rank, rankBy }
}

const scoreOf = (result: ScoreResult, itemId: number) =>
  result.items.find((item) => item.id === String(itemId))?.score ?? 0

/** The request linked to the item, with what else is given. */
const linking =
  (requestId: number, given: Pick<RequestRecord, 'itemId'> & Partial<RequestRecord>): Change =>
  (records) => ({
    ...records,
    requests: records.requests.map((one) =>
      one.id === requestId ? { ...one, ...given, state: 'linked' } : one,
    ),
  })

/**
 * Which rank the item would have, with the request linked to it, as it is claimed (null) and as a manager would settle it.
 * Null: it has no rank.
 */
export async function previewImportances(
  ctx: Reader,
  request: { id: number; accountId: number; submittedBy: number },
  itemId: number,
  settled: readonly (Importance | null)[],
): Promise<Array<number | null>> {
  const diluted = await accountsOfBlockers(ctx, request.submittedBy)
  const accountIds = [request.accountId, ...diluted]
  const score = await readScores(ctx, { accountIds, itemIds: [itemId] })
  const { rankBy } = await readRanks(ctx, itemId)
  return settled.map((settledImportance) =>
    rankBy(score(linking(request.id, { itemId, settledImportance }))),
  )
}

/** What linking the request to the item would change, for the box "If you link it". Money in base units. */
export async function previewLink(ctx: Reader, requestId: number, itemId: number) {
  const [request] = await ctx.db
    .select({ accountId: requests.accountId, submittedBy: requests.submittedBy })
    .from(requests)
    .where(eq(requests.id, requestId))
  if (!request) throw notFound('The request')
  const diluted = await accountsOfBlockers(ctx, request.submittedBy)
  const { before, after } = await compareScores(
    ctx,
    { accountIds: [request.accountId, ...diluted], itemIds: [itemId] },
    linking(requestId, { itemId }),
  )
  // What the request touches may be its parent's: the exposures where the item gains, besides the account's own.
  const partsOf = (result: ScoreResult) =>
    result.items.find((item) => item.id === String(itemId))?.parts ?? []
  const known = new Map(partsOf(before).map((part) => [part.exposure, part]))
  const lines = partsOf(after).filter(
    (part) =>
      part.accountId === String(request.accountId) ||
      part.request === String(requestId) ||
      known.get(part.exposure)?.value !== part.value,
  )
  const touched = new Set(lines.map((part) => part.exposure))
  const ofAccount = ({ exposures }: ScoreResult) =>
    sum(
      exposures
        .filter((one) => one.accountId === String(request.accountId) || touched.has(one.id))
        .map((one) => one.arrAtRisk),
    )
  return {
    score: { before: scoreOf(before, itemId), after: scoreOf(after, itemId) },
    rank: await compareRanks(ctx, itemId, after),
    accountAtRisk: { before: ofAccount(before), after: ofAccount(after) },
    line: sum(lines.map((part) => part.value)),
  }
}

/** The scores of two items, and of the one that is left when the first is merged into the second. */
export async function previewMerge(ctx: Reader, fromId: number, intoId: number) {
  const { before, after } = await compareScores(
    ctx,
    { accountIds: [], itemIds: [fromId, intoId] },
    (records) => ({
      ...records,
      items: records.items.filter((item) => item.id !== fromId),
      requests: records.requests.map((one) =>
        one.itemId === fromId ? { ...one, itemId: intoId } : one,
      ),
    }),
  )
  return {
    from: scoreOf(before, fromId),
    intoBefore: scoreOf(before, intoId),
    intoAfter: scoreOf(after, intoId),
    rank: await compareRanks(ctx, intoId, after, fromId),
  }
}
