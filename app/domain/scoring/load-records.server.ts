import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { accounts, contractCovers, contracts, opportunities } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requestContracts, requestOpportunities, requests } from '#db/schema/requests.ts'

import { loadFits } from '#app/domain/icp/load-fits.server.ts'
import { loadBlockers, loadSubmitters } from './load-submitters.server.ts'
import type { Records } from './records.ts'

type Reader = Pick<Context, 'db' | 'now'>

/**
 * The records of whole account families, as the score reads them, with every item their requests name.
 * @param familyIds Accounts, complete families of them.
 * @param itemIds Further items, which may have no request.
 */
export async function loadRecords(
  ctx: Reader,
  familyIds: readonly number[],
  itemIds: readonly number[] = [],
): Promise<Records> {
  const { db } = ctx
  const within = (column: PgColumn): SQL => isOneOf(column, familyIds)

  const organisation = await getOrganisation(ctx)
  const rates = await getPlanRates(ctx)
  const accountRows = await db.select().from(accounts).where(within(accounts.id))
  const contractRows = await db.select().from(contracts).where(within(contracts.accountId))
  const coverRows = await db.select().from(contractCovers).where(within(contractCovers.accountId))
  const dealRows = await db.select().from(opportunities).where(within(opportunities.accountId))
  const requestRows = await db
    .select({
      id: requests.id,
      accountId: requests.accountId,
      productLineId: requests.productLineId,
      type: requests.type,
      importance: requests.importance,
      settledImportance: requests.settledImportance,
      evidence: requests.evidence,
      evidenceDoubt: requests.evidenceDoubt,
      submittedBy: requests.submittedBy,
      state: requests.state,
      itemId: requests.itemId,
      confirmedAt: requests.confirmedAt,
      noAcceptedAt: requests.noAcceptedAt,
      solved: requests.solved,
      stakeMode: requests.stakeMode,
    })
    .from(requests)
    .where(within(requests.accountId))
  const chosenContracts = await db
    .select({ requestId: requestContracts.requestId, id: requestContracts.contractId })
    .from(requestContracts)
    .innerJoin(requests, eq(requests.id, requestContracts.requestId))
    .where(within(requests.accountId))
  const chosenDeals = await db
    .select({ requestId: requestOpportunities.requestId, id: requestOpportunities.opportunityId })
    .from(requestOpportunities)
    .innerJoin(requests, eq(requests.id, requestOpportunities.requestId))
    .where(within(requests.accountId))
  const wanted = [...new Set([...itemIds, ...requestRows.flatMap(({ itemId }) => itemId ?? [])])]
  const itemRows = await db
    .select()
    .from(items)
    .where(and(isNull(items.mergedIntoId), isOneOf(items.id, wanted)))
  const submitterIds = [...new Set(requestRows.map((row) => row.submittedBy))]
  const submitters = await loadSubmitters(ctx, submitterIds)
  const blockersElsewhere = await loadBlockers(ctx, submitterIds, familyIds)

  const coversOf = groupBy(coverRows, (row) => row.contractId)
  const held = contractRows.map((row) => ({
    ...row,
    amount: { minor: row.amountMinor, currency: row.currency },
    covers: (coversOf.get(row.id) ?? []).map((cover) => cover.accountId),
  }))
  const today = dayIn(organisation.timeZone, ctx.now)
  const fits = await loadFits(ctx, { accounts: accountRows, contracts: held, rates, today })
  const stakes = groupBy(chosenContracts, (row) => row.requestId)
  const deals = groupBy(chosenDeals, (row) => row.requestId)
  return {
    accounts: accountRows.map((row) => ({ ...row, fits: fits.get(row.id) ?? new Map() })),
    contracts: held,
    opportunities: dealRows,
    // Written out, not spread: what is left over of a row by name is an object that is slow to make and to read.
    requests: requestRows.map((row) => ({
      id: row.id,
      accountId: row.accountId,
      productLineId: row.productLineId,
      submittedBy: row.submittedBy,
      type: row.type,
      importance: row.importance,
      settledImportance: row.settledImportance,
      evidence: row.evidence,
      evidenceDoubted: row.evidenceDoubt !== null,
      state: row.state,
      itemId: row.itemId,
      solved: row.solved,
      stakeMode: row.stakeMode,
      confirmedOn: dayIn(organisation.timeZone, row.confirmedAt),
      noAccepted: row.noAcceptedAt !== null,
      contractIds: (stakes.get(row.id) ?? []).map((stake) => stake.id),
      opportunityIds: (deals.get(row.id) ?? []).map((stake) => stake.id),
    })),
    submitters,
    blockersElsewhere,
    items: itemRows,
    rates,
    stageProbabilities: organisation.stageProbabilities,
  }
}
