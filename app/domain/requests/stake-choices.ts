import type { Money } from '#app/domain/money.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import type { ContractPeriod } from '#db/constants.ts'

import type { StakeAccount } from './stake.ts'

export type StakeContract = {
  id: number
  accountId: number
  /** Name of the account that holds it. */
  holder: string
  name: string
  amount: Money
  period: ContractPeriod
  startsOn: IsoDate | null
  endedOn: IsoDate | null
  renewsOn: IsoDate | null
  evergreen: boolean
  productLineId: number | null
  covers: number[]
}

export type StakeOpportunity = {
  id: number
  name: string
  amount: Money | null
  closesOn: IsoDate | null
}

/** What a request of the account could put at stake. */
export type StakeChoices = {
  account: StakeAccount
  today: IsoDate
  /** Open ones that the account holds or that cover it. */
  contracts: StakeContract[]
  /** Open ones of the account, renewal deals left out: those are their contract's. */
  opportunities: StakeOpportunity[]
}

/** When a contract decides: `renews 31 May 2026`. */
export function renewalWords(contract: Pick<StakeContract, 'evergreen' | 'renewsOn'>): string {
  if (contract.evergreen) return 'evergreen'
  return contract.renewsOn ? `renews ${formatDay(contract.renewsOn)}` : 'no renewal date'
}
