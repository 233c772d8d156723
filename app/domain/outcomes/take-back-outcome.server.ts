import { eq } from 'drizzle-orm'

import { fetchEditableAccount } from '#app/domain/accounts/account-records.server.ts'
import {
  fetchContract,
  saveContract,
  type Contract,
} from '#app/domain/accounts/contract-records.server.ts'
import { matchWaitingDeals } from '#app/domain/accounts/renewal-deals.server.ts'
import { inTransaction, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { outcomes } from '#db/schema/outcomes.ts'

import { fetchOutcome, type Changed } from './outcome-records.server.ts'

/**
 * Takes back how a renewal was decided, and what it did to the contract. What somebody changed on the contract since
 * stays as it is.
 */
export async function takeBackOutcome(
  ctx: Context,
  { outcomeId, accountId }: { outcomeId: number; accountId: number },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const outcome = await fetchOutcome(ctx, outcomeId)
    await fetchEditableAccount(ctx, outcome.accountId)
    if (outcome.contractId === null || outcome.accountId !== accountId) {
      throw notFound('This outcome')
    }
    const [gone] = await ctx.db
      .delete(outcomes)
      .where(eq(outcomes.id, outcomeId))
      .returning({ id: outcomes.id })
    if (!gone) throw notFound('This outcome')
    const contract = await fetchContract(ctx, outcome.contractId)
    const patch = restored(contract, outcome.changed)
    const saved = await saveContract(ctx, contract, contract.version, patch)
    await recordChanges(
      ctx,
      {
        type: 'contract',
        id: contract.id,
        version: contract.version + Math.sign(saved.length),
      },
      { outcome: outcome.outcome },
      { outcome: null },
    )
    await matchWaitingDeals(ctx, contract.accountId)
    const { outcome: was, reason, itemId, dueOn, decidedOn } = outcome
    await recordEvent(ctx, {
      name: 'outcome.taken_back',
      subject: ['contract', contract.id],
      data: {
        accountId: contract.accountId,
        was: { outcome: was, reason, itemId, dueOn, decidedOn },
        fields: Object.keys(patch),
      },
    })
    await refreshScores(ctx, { accountIds: [contract.accountId, ...contract.covers] })
  })
}

/** The fields that still are as the outcome left them, as they were before. */
function restored(contract: Contract, changed: Changed): Partial<Contract> {
  const entries = Object.entries(changed)
    .filter(
      ([field, { after }]) =>
        JSON.stringify(contract[field as keyof Contract]) === JSON.stringify(after),
    )
    .map(([field, { before }]) => [field, before])
  return Object.fromEntries(entries) as Partial<Contract>
}
