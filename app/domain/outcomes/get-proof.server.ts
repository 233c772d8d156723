import { and, count, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { getOrganisation, getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { anchor, ANCHOR_RENEWALS, renewalsOf } from '#app/domain/scoring/backtest/anchor.ts'
import type { Deliveries } from '#app/domain/scoring/backtest/eta.ts'
import { toScoreInput } from '#app/domain/scoring/gather.ts'
import { loadRecords } from '#app/domain/scoring/load-records.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { familySlices } from '#app/domain/scoring/scope.server.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { outcomes } from '#db/schema/outcomes.ts'
import { requests } from '#db/schema/requests.ts'
import type { PredictionDays } from '#db/constants.ts'

import { listDecisions } from './list-decisions.server.ts'
import { coverageOf, proofOf } from './proof.ts'
import { suggestionsOf } from './suggestions.ts'

/** How the predictions did, how many decisions stand behind that, and what they suggest for the model in force. */
export async function getProof(ctx: Context, daysAhead: PredictionDays) {
  authorize(ctx, 'revenue.read')
  const decisions = await listDecisions(ctx)
  const { id: modelVersionId, parameters } = await getModelVersion(ctx)
  const renewals = await countRenewals(ctx)
  const evidence = {
    decisions,
    renewals,
    anchor: renewals < ANCHOR_RENEWALS ? null : await findAnchor(ctx, parameters),
    deliveries: await countDeliveries(ctx),
  }
  return {
    ...{ decisions, modelVersionId },
    currency: (await getOrganisation(ctx)).baseCurrency,
    coverage: coverageOf(decisions),
    proof: proofOf(decisions, daysAhead),
    deliveries: evidence.deliveries,
    ...suggestionsOf(evidence, parameters),
  }
}

/** Open contracts of accounts that are still customers: the renewals that the anchor is about. */
async function countRenewals({ db }: Context): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(contracts)
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .where(and(isNull(contracts.endedOn), ne(accounts.lifecycle, 'churned')))
  return row?.count ?? 0
}

async function findAnchor(ctx: Context, parameters: ModelParameters): Promise<number> {
  const today = await getToday(ctx)
  const slices = []
  for await (const family of familySlices(ctx, [])) {
    const input = toScoreInput(await loadRecords(ctx, family), today)
    slices.push(renewalsOf(input, today, parameters))
  }
  return anchor(slices, parameters)
}

/**
 * Deliveries of which somebody knows whether they solved the need: the CSM said so, or the account was lost over the very
 * item after it had shipped.
 */
async function countDeliveries(ctx: Context): Promise<Deliveries> {
  const { timeZone } = await getOrganisation(ctx)
  const lostOver = sql<boolean>`exists (
    select 1 from ${outcomes} where ${outcomes.accountId} = ${requests.accountId}
      and ${outcomes.itemId} = ${requests.itemId}
      and ${outcomes.decidedOn} >= (${items.statusSince} at time zone ${timeZone})::date)`
  const [row] = await ctx.db
    .select({
      solved: sql<number>`(count(*) filter (where ${requests.solved} and not ${lostOver}))::int`,
      unsolved: sql<number>`(count(*) filter (where not coalesce(${requests.solved}, true) or ${lostOver}))::int`,
    })
    .from(requests)
    .innerJoin(items, and(eq(items.id, requests.itemId), eq(items.status, 'shipped')))
    .where(or(isNotNull(requests.solved), lostOver))
  return row ?? { solved: 0, unsolved: 0 }
}
