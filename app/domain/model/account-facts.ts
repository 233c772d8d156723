import type { Money } from '#app/domain/money.ts'
import type { Records } from '#app/domain/scoring/records.ts'
import type { IsoDate } from '#app/lib/dates.ts'

/** What is supposed of one account instead of what is known; what is left out stays as it is. */
export type AccountFacts = {
  accountId: number
  health?: number | undefined
  strategic?: number | undefined
  /** By contract, for its own period. */
  amounts: ReadonlyMap<number, Money>
  renewals: ReadonlyMap<number, IsoDate>
}

/** The records as they would be with these facts. */
export function supposing(
  records: Records,
  { accountId, health, strategic, amounts, renewals }: AccountFacts,
): Records {
  return {
    ...records,
    accounts: records.accounts.map((account) =>
      account.id === accountId
        ? {
            ...account,
            ...(health !== undefined && { healthScore: health }),
            ...(strategic !== undefined && { strategicWeight: strategic, strategicUntil: null }),
          }
        : account,
    ),
    contracts: records.contracts.map((contract) => {
      if (contract.accountId !== accountId) return contract
      const amount = amounts.get(contract.id)
      const renewsOn = renewals.get(contract.id)
      return {
        ...contract,
        ...(amount && { amountMinor: amount.minor, currency: amount.currency }),
        ...(renewsOn !== undefined && { renewsOn, evergreen: false }),
      }
    }),
  }
}
