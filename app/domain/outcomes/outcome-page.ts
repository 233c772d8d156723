import type { Money } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { LossReason, Outcome } from '#db/constants.ts'

/** How a contract of an account was decided. Amounts are null for who may not read revenue. */
export type OutcomeOnPage = {
  id: number
  contract: string
  outcome: Outcome
  decidedOn: IsoDate
  dueOn: IsoDate | null
  before: Money | null
  after: Money | null
  reason: LossReason | null
  item: { id: number; title: string } | null
  note: string
  who: string | null
  recordedAt: Date
}
