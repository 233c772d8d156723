import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'

import { fetchAccountToExtend } from './account-records.server.ts'
import { checkLargeAmount, checkProductLine } from './check-terms.server.ts'
import { insertOpportunity } from './opportunity-records.server.ts'
import type { OpportunityInput } from './opportunity-schemas.ts'
import { applyRenewalDeal } from './renewal-deals.server.ts'

/** Adds an opportunity to an account. A renewal deal finds its contract at once, if there is one. */
export async function addOpportunity(
  ctx: Context,
  input: OpportunityInput & { accountId: number },
): Promise<{ opportunityId: number; contractId: number | null }> {
  return inTransaction(ctx, async (ctx) => {
    const account = await fetchAccountToExtend(ctx, input.accountId)
    await checkProductLine(ctx, input.productLineId)
    const { amount, confirmLarge: confirmed } = input
    if (amount) await checkLargeAmount(ctx, { amount, period: 'year', confirmed })
    const { id } = await insertOpportunity(ctx, account.id, pickDeal(input))
    const contractId = await applyRenewalDeal(ctx, id)
    await recordEvent(ctx, {
      name: 'opportunity.added',
      subject: ['opportunity', id],
      data: { accountId: account.id, kind: input.kind, contractId },
    })
    await refreshScores(ctx, { accountIds: [account.id] })
    return { opportunityId: id, contractId }
  })
}

/** The fields that the form carries, as they are stored. */
export function pickDeal(input: OpportunityInput) {
  const { name, kind, amount, stage, probability, closesOn, productLineId } = input
  return { name, kind, amount, stage, probability, closesOn, productLineId }
}
