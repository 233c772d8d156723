import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { OpportunityState } from '#db/constants.ts'

import { fetchEditableAccount } from './account-records.server.ts'
import { pickDeal } from './add-opportunity.server.ts'
import { checkLargeAmount, checkProductLine } from './check-terms.server.ts'
import {
  fetchOpportunity,
  saveOpportunity,
  type Opportunity,
} from './opportunity-records.server.ts'
import type { OpportunityInput } from './opportunity-schemas.ts'
import { applyRenewalDeal } from './renewal-deals.server.ts'

/** Changes an opportunity; a renewal deal takes its contract's date and forecast along. */
export async function editOpportunity(
  ctx: Context,
  input: OpportunityInput & { opportunityId: number; version: number },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchOpportunity(ctx, input.opportunityId)
    await fetchEditableAccount(ctx, before.accountId)
    if (input.productLineId !== before.productLineId) {
      await checkProductLine(ctx, input.productLineId)
    }
    const { amount, confirmLarge: confirmed } = input
    const sameAmount =
      amount?.minor === before.amount?.minor && amount?.currency === before.amount?.currency
    if (amount && !sameAmount) await checkLargeAmount(ctx, { amount, period: 'year', confirmed })
    await write(ctx, before, input.version, pickDeal(input), 'opportunity.edited')
  })
}

/** Says how an opportunity ended, or opens it again. Only open ones are at stake. */
export async function closeOpportunity(
  ctx: Context,
  input: { opportunityId: number; version: number; state: OpportunityState },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchOpportunity(ctx, input.opportunityId)
    await fetchEditableAccount(ctx, before.accountId)
    const event = input.state === 'open' ? 'opportunity.reopened' : `opportunity.${input.state}`
    await write(ctx, before, input.version, { state: input.state }, event)
  })
}

async function write(
  ctx: Context,
  before: Opportunity,
  version: number,
  patch: Parameters<typeof saveOpportunity>[3],
  event: string,
): Promise<void> {
  const changed = await saveOpportunity(ctx, before, version, patch)
  if (changed.length === 0) return
  const contractId = await applyRenewalDeal(ctx, before.id)
  await recordEvent(ctx, {
    name: event,
    subject: ['opportunity', before.id],
    data: {
      accountId: before.accountId,
      fields: changed.map(({ field }) => field),
      contractId,
    },
  })
  await refreshScores(ctx, { accountIds: [before.accountId] })
}
