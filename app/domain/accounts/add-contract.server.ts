import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'

import { fetchAccountToExtend } from './account-records.server.ts'
import { checkCovers, checkLargeAmount, checkProductLine } from './check-terms.server.ts'
import { insertContract } from './contract-records.server.ts'
import type { ContractInput } from './contract-schemas.ts'
import { matchWaitingDeals } from './renewal-deals.server.ts'

/** Adds a contract to an account: the only way that ARR comes about by hand. */
export async function addContract(
  ctx: Context,
  input: ContractInput & { accountId: number },
): Promise<{ contractId: number }> {
  return inTransaction(ctx, async (ctx) => {
    const account = await fetchAccountToExtend(ctx, input.accountId)
    await checkTerms(ctx, account.id, input)
    const contract = await insertContract(ctx, account.id, pickTerms(input))
    await matchWaitingDeals(ctx, account.id)
    await recordEvent(ctx, {
      name: 'contract.added',
      subject: ['contract', contract.id],
      data: { accountId: account.id },
    })
    await refreshScores(ctx, { accountIds: [account.id, ...contract.covers] })
    return { contractId: contract.id }
  })
}

/** Throws invalid when the terms break a rule that only the records know. */
export async function checkTerms(
  ctx: Context,
  holderId: number,
  { productLineId, covers, amount, period, confirmLarge }: ContractInput,
): Promise<void> {
  await checkProductLine(ctx, productLineId)
  await checkCovers(ctx, holderId, covers)
  await checkLargeAmount(ctx, { amount, period, confirmed: confirmLarge })
}

/** The terms that the form carries, as they are stored. */
export function pickTerms(input: ContractInput) {
  const { amount, period, startsOn, renewsOn, evergreen } = input
  const { noticeDays, autoRenew, productLineId, covers } = input
  return {
    name: input.name ?? '',
    ...{ amount, period, startsOn, renewsOn, evergreen },
    ...{ noticeDays, autoRenew, productLineId },
    covers: [...new Set(covers)].sort((a, b) => a - b),
  }
}
