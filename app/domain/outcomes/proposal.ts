import type { Money } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { ContractOutcome } from '#db/constants.ts'

/** Why an outcome is asked for: what the CRM or the contract says already. */
export type Occasion = 'won' | 'lost' | 'ended' | 'overdue'

/** A renewal whose outcome nobody recorded yet. */
export type OpenRenewal = {
  contractId: number
  contract: string
  account: { id: number; name: string }
  dueOn: IsoDate | null
  occasion: Occasion
  /** What the records suggest; null when they only say that the date has passed. */
  proposed: ContractOutcome | null
  /** Of the renewal deal that was won, where it is in the contract's currency. */
  amount: Money | null
}

/**
 * What the records say of a renewal: a deal that was won renews it at its amount, one that was lost and a contract that
 * ended have churned.
 * @param before what the contract pays a year
 */
export function proposedOutcome(
  occasion: Occasion,
  before: Money,
  deal: Money | null,
): Pick<OpenRenewal, 'proposed' | 'amount'> {
  if (occasion === 'overdue') return { proposed: null, amount: null }
  if (occasion !== 'won') return { proposed: 'churned', amount: null }
  if (deal === null || deal.currency !== before.currency || deal.minor === before.minor) {
    return { proposed: 'renewed', amount: null }
  }
  return { proposed: deal.minor > before.minor ? 'expanded' : 'contracted', amount: deal }
}
