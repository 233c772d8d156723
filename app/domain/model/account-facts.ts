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

/** What is supposed of the fit of accounts, 0 to 1, to one product line. */
export type SupposedFits = { lineId: number; byAccount: ReadonlyMap<number, number> }

/** The records as they would be with these fits. */
export function fitting(records: Records, { lineId, byAccount }: SupposedFits): Records {
  return {
    ...records,
    accounts: records.accounts.map((account) => {
      const fit = byAccount.get(account.id)
      if (fit === undefined) return account
      return { ...account, fits: new Map([...account.fits, [lineId, fit]]) }
    }),
  }
}
