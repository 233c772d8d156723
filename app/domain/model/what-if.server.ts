import { setImmediate as letOthersRun } from 'node:timers/promises'

import { asc, eq, isNull } from 'drizzle-orm'

import { ranksOf } from '#app/domain/backlog/ranks.server.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { findFamilies } from '#app/domain/scoring/families.server.ts'
import { toScoreInput } from '#app/domain/scoring/gather.ts'
import { loadRecords } from '#app/domain/scoring/load-records.server.ts'
import type { Records } from '#app/domain/scoring/records.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import { askersOf, familySlices } from '#app/domain/scoring/scope.server.ts'
import type { ScoreResult } from '#app/domain/scoring/types.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { items } from '#db/schema/items.ts'

import { fitting, supposing } from './account-facts.ts'
import { compareAccounts } from './compare-accounts.ts'
import { compareRankings, type RankedItem } from './compare-rankings.ts'
import { compareTotals, sumsOf } from './compare-totals.ts'
import { recalibrating } from './recalibrating.ts'
import type { Supposition, WhatIf } from './what-if.ts'

/**
 * Scores everything as it is and as it would be; writes nothing.
 * @param lineId whose ranking is compared; null for all product lines together
 */
export async function whatIf(
  ctx: Context,
  supposition: Supposition,
  lineId: number | null,
): Promise<WhatIf> {
  authorize(ctx, 'revenue.read')
  const { ranking, before, after, asking, today } = await supposeRanking(ctx, supposition, lineId)
  const sums = [[sumsOf(before), sumsOf(after)] as const]
  // Accounts that ask for nothing have no share in any item, but they do in the totals.
  for await (const accounts of familySlices(ctx, asking)) {
    const others = await scoreBoth(await loadRecords(ctx, accounts), supposition, today)
    sums.push([sumsOf(others[0]), sumsOf(others[1])])
  }
  return {
    ranking,
    accounts: compareAccounts(before.items, after.items),
    totals: compareTotals(sums),
  }
}

/**
 * The order as it is and as it would be, with the scores behind it; writes nothing. Scores are money: whoever calls it
 * decides who may see them.
 */
export async function supposeRanking(
  ctx: Context,
  supposition: Supposition,
  lineId: number | null,
) {
  const today = await getToday(ctx)
  const all = await ctx.db.select({ id: items.id }).from(items).where(isNull(items.mergedIntoId))
  const asking = await findFamilies(ctx, await askersOf(ctx, 'all'))
  const itemIds = all.map(({ id }) => id)
  const records = await loadRecords(ctx, asking, itemIds)
  const [before, after] = await scoreBoth(records, supposition, today)
  const ranking = compareRankings(before.items, after.items, await listRanked(ctx, lineId))
  return { ranking, before, after, asking, today }
}

/**
 * The scores of the records as they are, and as they would be. At 100,000 claims each step takes a good part of a
 * second, so between them others are let run.
 */
async function scoreBoth(
  records: Records,
  { inForce, parameters, facts, fits }: Supposition,
  today: IsoDate,
): Promise<readonly [before: ScoreResult, after: ScoreResult]> {
  await letOthersRun()
  const known = toScoreInput(records, today)
  await letOthersRun()
  const before = scoreBacklog({ today, parameters: inForce, input: known })
  await letOthersRun()
  const doubted =
    parameters.csmPrior === inForce.csmPrior ? records : recalibrating(records, parameters)
  const told = facts ? supposing(doubted, facts) : doubted
  const other = fits ? fitting(told, fits) : told
  const supposed = other === records ? known : toScoreInput(other, today)
  await letOthersRun()
  const after = scoreBacklog({ today, parameters, input: supposed })
  await letOthersRun()
  return [before, after]
}

/** The items that have a rank, of a product line or of all. */
async function listRanked(ctx: Pick<Context, 'db'>, lineId: number | null): Promise<RankedItem[]> {
  const ranks = ranksOf(ctx)
  const rows = await ctx.db
    .select({ id: items.id, title: items.title })
    .from(ranks)
    .innerJoin(items, eq(items.id, ranks.itemId))
    .where(lineId === null ? undefined : eq(items.productLineId, lineId))
    .orderBy(asc(items.id))
  return rows.map(({ id, title }) => ({ id: String(id), title }))
}
