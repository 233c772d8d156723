import type { IsoDate } from '#app/lib/dates.ts'
import type { Importance, LossReason, Outcome, PredictionDays } from '#db/constants.ts'

import type { PredictedCause, PredictedParts, PredictionInputs } from './prediction.ts'

/** What was said before a decision. */
export type FrozenPrediction = {
  daysAhead: PredictionDays
  frozenOn: IsoDate
  /** Days after the one on which it was due. */
  late: number
  q: number
  /** Base units at stake. */
  raw: number
  parts: PredictedParts
  inputs: PredictionInputs
}

/** How a customer decided, beside what was said of it before. */
export type Decision = {
  outcomeId: number
  /** `contract:12`. */
  exposure: string
  account: { id: number; name: string }
  outcome: Outcome
  dueOn: IsoDate | null
  decidedOn: IsoDate
  /** Part of the money that was lost, 0 to 1; null where nobody knows. */
  lostShare: number | null
  reason: LossReason | null
  /** The item that was missing, or the one that it was merged into. */
  itemId: number | null
  predictions: Partial<Record<PredictionDays, FrozenPrediction>>
  /** Items of its causes that had shipped by the day of the decision. */
  delivered: ReadonlySet<number>
}

/** A claim that nothing was delivered for, and what came of it. */
export type TestedClaim = {
  submittedBy: number | null
  severity: Importance
  /** Part of the predicted loss that the claim causes: q·λ/Λ. */
  expected: number
  /** 1 when the account was lost over the very item. */
  lost: 0 | 1
}

/** The farther prediction, where both were frozen. */
export function firstPrediction({ predictions }: Decision): FrozenPrediction | undefined {
  return predictions[90] ?? predictions[30]
}

/** Whether nothing that the account asked for had been delivered when it decided. */
export function isUndelivered({ delivered }: Decision): boolean {
  return delivered.size === 0
}

/** What each claim of the decision let expect, and whether it came so; those whose item had shipped test something else. */
export function testedClaims(decision: Decision): TestedClaim[] {
  const prediction = firstPrediction(decision)
  if (!prediction || decision.lostShare === null) return []
  const over = (cause: PredictedCause) =>
    isLost(decision) && cause.itemId !== null && cause.itemId === decision.itemId
  return prediction.parts.causes
    .filter(({ itemId }) => itemId === null || !decision.delivered.has(itemId))
    .map((cause) => ({
      submittedBy: cause.submittedBy,
      severity: cause.severity,
      expected: prediction.q * cause.share,
      lost: over(cause) ? 1 : 0,
    }))
}

/** Half the money lost counts as a loss. */
const LOST_FROM = 0.5

/** Whether the decision counts as lost when predictions are tested. */
export function isLost({ lostShare }: Pick<Decision, 'lostShare'>): boolean {
  return lostShare !== null && lostShare >= LOST_FROM
}
