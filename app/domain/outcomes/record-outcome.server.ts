import { fetchEditableAccount } from '#app/domain/accounts/account-records.server.ts'
import { checkLargeAmount } from '#app/domain/accounts/check-terms.server.ts'
import { fetchContract } from '#app/domain/accounts/contract-records.server.ts'
import { inTransaction, type Context } from '#app/domain/context.ts'
import type { OutcomeSource } from '#db/constants.ts'

import type { OutcomeInput } from './schemas.ts'
import { writeOutcome } from './write-outcome.server.ts'

type Input = OutcomeInput & {
  contractId: number
  source?: OutcomeSource
}

/** Records how a contract's renewal was decided, with what follows for the contract. See `writeOutcome`. */
export async function recordOutcome(ctx: Context, input: Input): Promise<{ outcomeId: number }> {
  return inTransaction(ctx, async (ctx) => {
    const contract = await fetchContract(ctx, input.contractId)
    await fetchEditableAccount(ctx, contract.accountId)
    if (input.outcome === 'expanded') {
      const { amountAfter: amount, confirmLarge: confirmed } = input
      await checkLargeAmount(ctx, { amount, period: contract.period, confirmed })
    }
    const { source = 'hand' } = input
    return writeOutcome(ctx, contract, { ...input, source, importId: null })
  })
}
