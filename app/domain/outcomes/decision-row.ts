import type { IsoDate } from '#app/lib/dates.ts'
import type { LossReason, Outcome, PredictionDays } from '#db/constants.ts'

import { isLost, type Decision } from './decision.ts'

/** A decision as the page lists it. */
export type DecisionRow = {
  id: number
  account: { id: number; name: string }
  outcome: Outcome
  decidedOn: IsoDate
  /** Probability of loss that was predicted; null where nothing was. */
  said: Record<PredictionDays, number | null>
  lostShare: number | null
  lost: boolean
  reason: LossReason | null
  itemId: number | null
}

export function toDecisionRow(decision: Decision): DecisionRow {
  const { outcomeId: id, account, outcome, decidedOn, lostShare, reason, itemId } = decision
  const { predictions } = decision
  return {
    ...{ id, account, outcome, decidedOn, lostShare, reason, itemId },
    said: { 90: predictions[90]?.q ?? null, 30: predictions[30]?.q ?? null },
    lost: isLost(decision),
  }
}
