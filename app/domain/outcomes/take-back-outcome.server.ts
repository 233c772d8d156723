import { and, desc, eq, inArray } from 'drizzle-orm'

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
import { deferScores, refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { outcomes } from '#db/schema/outcomes.ts'

import { fetchOutcome, type Changed, type OutcomeRow } from './outcome-records.server.ts'

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
    await removeOutcome(ctx, outcome, outcome.contractId)
  })
}

/** Takes back what an import recorded of these contracts. */
export async function takeBackImported(
  ctx: Context,
  importId: number,
  contractIds: readonly number[],
): Promise<void> {
  const imported = and(
    eq(outcomes.importId, importId),
    inArray(outcomes.contractId, [...contractIds]),
  )
  await deferScores(ctx, async (ctx) => {
    const found = await ctx.db.select().from(outcomes).where(imported).orderBy(desc(outcomes.id))
    for (const outcome of found) {
      if (outcome.contractId !== null) await removeOutcome(ctx, outcome, outcome.contractId)
    }
  })
}

async function removeOutcome(ctx: Context, outcome: OutcomeRow, contractId: number): Promise<void> {
  const [gone] = await ctx.db
    .delete(outcomes)
    .where(eq(outcomes.id, outcome.id))
    .returning({ id: outcomes.id })
  if (!gone) throw notFound('This outcome')
  const contract = await fetchContract(ctx, contractId)
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
