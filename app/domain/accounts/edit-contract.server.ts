import { inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { annualise } from '#app/domain/money.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'

import { fetchEditableAccount } from './account-records.server.ts'
import { pickTerms } from './add-contract.server.ts'
import { checkCovers, checkLargeAmount, checkProductLine } from './check-terms.server.ts'
import { fetchContract, saveContract, type Contract } from './contract-records.server.ts'
import type { ContractInput } from './contract-schemas.ts'
import { matchWaitingDeals } from './renewal-deals.server.ts'

type Edit = ContractInput & { contractId: number; version: number }

/** Changes the terms of a contract. What was right before and stays as it is, is not asked again. */
export async function editContract(ctx: Context, input: Edit): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchContract(ctx, input.contractId)
    await fetchEditableAccount(ctx, before.accountId)
    await checkChangedTerms(ctx, before, input)
    await write(ctx, before, input.version, pickTerms(input), 'contract.edited')
  })
}

/** Ends a contract on a day, from which on it counts no longer. */
export async function endContract(
  ctx: Context,
  input: { contractId: number; version: number; endedOn: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchContract(ctx, input.contractId)
    await fetchEditableAccount(ctx, before.accountId)
    if (before.startsOn && input.endedOn < before.startsOn) {
      throw invalid('The end is before the start of the contract.', 'endedOn')
    }
    await write(ctx, before, input.version, { endedOn: input.endedOn }, 'contract.ended')
  })
}

/** Takes the end off a contract, so that it counts again. */
export async function reopenContract(
  ctx: Context,
  input: { contractId: number; version: number },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchContract(ctx, input.contractId)
    await fetchEditableAccount(ctx, before.accountId)
    await write(ctx, before, input.version, { endedOn: null }, 'contract.reopened')
  })
}

async function checkChangedTerms(ctx: Context, before: Contract, input: Edit): Promise<void> {
  if (input.productLineId !== before.productLineId) {
    await checkProductLine(ctx, input.productLineId)
  }
  const added = input.covers.filter((id) => !before.covers.includes(id))
  await checkCovers(ctx, before.accountId, added)
  const was = annualise(before.amount, before.period)
  const is = annualise(input.amount, input.period)
  if (is.minor !== was.minor || is.currency !== was.currency) {
    const { amount, period, confirmLarge: confirmed } = input
    await checkLargeAmount(ctx, { amount, period, confirmed })
  }
}

async function write(
  ctx: Context,
  before: Contract,
  version: number,
  patch: Parameters<typeof saveContract>[3],
  event: string,
): Promise<void> {
  const changed = await saveContract(ctx, before, version, patch)
  if (changed.length === 0) return
  await matchWaitingDeals(ctx, before.accountId)
  await recordEvent(ctx, {
    name: event,
    subject: ['contract', before.id],
    data: { accountId: before.accountId, fields: changed.map(({ field }) => field) },
  })
  const touched = [before.accountId, ...before.covers, ...(patch.covers ?? [])]
  await refreshScores(ctx, { accountIds: [...new Set(touched)] })
}
