import { and, asc, eq, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { opportunities } from '#db/schema/accounts.ts'

import { fetchContracts, saveContract } from './contract-records.server.ts'
import { matchRenewalDeal } from './contract-rules.ts'
import {
  fetchOpportunity,
  saveOpportunity,
  type Opportunity,
} from './opportunity-records.server.ts'

/** What a deal says about the renewal: certain once it is decided, else its probability. */
function forecastOf({ state, probability }: Opportunity): number | null {
  if (state === 'open') return probability
  return state === 'won' ? 100 : 0
}

/**
 * Brings a renewal deal to the contract that it speaks of, and its date and forecast with it. A deal that fits no
 * contract stays unmatched and is listed. A deal of another kind lets go of its contract.
 * Part of every command that writes a deal; records history and no event of its own.
 *
 * @returns the contract it is matched to, or null
 */
export async function applyRenewalDeal(
  ctx: Context,
  opportunityId: number,
): Promise<number | null> {
  const deal = await fetchOpportunity(ctx, opportunityId)
  const contract =
    deal.kind === 'renewal'
      ? matchRenewalDeal(deal, await fetchContracts(ctx, [deal.accountId]), await getToday(ctx))
      : null
  if (deal.contractId !== (contract?.id ?? null)) {
    await saveOpportunity(ctx, deal, deal.version, { contractId: contract?.id ?? null })
  }
  if (contract) {
    const patch = { renewsOn: deal.closesOn, forecast: forecastOf(deal) }
    await saveContract(ctx, contract, contract.version, patch)
  }
  return contract?.id ?? null
}

/** Tries the account's open renewal deals without a contract again, after its contracts changed. */
export async function matchWaitingDeals(ctx: Context, accountId: number): Promise<void> {
  const waiting = await ctx.db
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(eq(opportunities.accountId, accountId), isUnmatched()))
    .orderBy(asc(opportunities.id))
  for (const { id } of waiting) await applyRenewalDeal(ctx, id)
}

/** Condition: an open renewal deal that no contract was found for. */
export function isUnmatched() {
  return and(
    eq(opportunities.kind, 'renewal'),
    eq(opportunities.state, 'open'),
    isNull(opportunities.contractId),
  )
}
