import {
  binCount,
  calibrationError,
  equalCountBins,
  reliabilityCurve,
  type Bin,
  type Step,
} from '#app/domain/scoring/backtest/calibration.ts'
import {
  arrTest,
  auc,
  baseRate,
  brier,
  rateError,
  skill,
  spiegelhalterZ,
  uncertainty,
  type ArrTest,
  type Decided,
} from '#app/domain/scoring/backtest/metrics.ts'
import { sumOf } from '#app/lib/numbers.ts'
import { PREDICTION_DAYS, type PredictionDays } from '#db/constants.ts'

import { isLost, isUndelivered, type Decision } from './decision.ts'

/** How the predictions of some decisions did. */
export type Score = {
  count: number
  lost: number
  /** Mean prediction, and share that was lost. */
  predicted: number
  observed: number
  brier: number
  /** The Brier score of whoever says the base rate each time. */
  reference: number
  /** Null while all decisions went the same way. */
  skill: number | null
  auc: number | null
  spiegelhalter: number | null
  /** Standard error of the observed share; of the predicted one while all went the same way. */
  error: number
  arr: ArrTest
}

export type Proof = {
  /** Null without any decision that was predicted. */
  all: Score | null
  /** Nothing they asked for had been delivered: tests what a request is said to weigh. */
  undelivered: Score | null
  /** Something had been: tests what a delivery is said to save. */
  delivered: Score | null
  bins: Bin[]
  calibrationError: number
  curve: Step[]
}

/** How many decisions there are, and what was known of them before. */
export type Coverage = {
  decisions: number
  /** Without an amount nobody can say how much was lost. */
  withoutAmount: number
  predicted: Record<PredictionDays, number>
  /** Frozen after the day on which they were due. */
  late: Record<PredictionDays, number>
}

/** The decisions that were predicted so many days ahead, as tests of the predictions. */
export function decidedRows(decisions: readonly Decision[], daysAhead: PredictionDays): Decided[] {
  return decisions.flatMap((decision) => {
    const prediction = decision.predictions[daysAhead]
    if (!prediction || decision.lostShare === null) return []
    return [
      { q: prediction.q, y: isLost(decision) ? (1 as const) : (0 as const), raw: prediction.raw },
    ]
  })
}

function scoreOf(rows: readonly Decided[]): Score | null {
  if (rows.length === 0) return null
  const observed = baseRate(rows)
  const predicted = sumOf(rows, ({ q }) => q) / rows.length
  const mixed = observed > 0 && observed < 1
  return {
    count: rows.length,
    lost: sumOf(rows, ({ y }) => y),
    predicted,
    observed,
    brier: brier(rows),
    reference: uncertainty(rows),
    skill: skill(rows),
    auc: auc(rows),
    spiegelhalter: spiegelhalterZ(rows),
    error: rateError(mixed ? observed : predicted, rows.length),
    arr: arrTest(rows),
  }
}

/** How the predictions so many days ahead did. */
export function proofOf(decisions: readonly Decision[], daysAhead: PredictionDays): Proof {
  const rows = decidedRows(decisions, daysAhead)
  const bins = rows.length > 0 ? equalCountBins(rows, binCount(rows.length)) : []
  const those = (which: (decision: Decision) => boolean) =>
    scoreOf(decidedRows(decisions.filter(which), daysAhead))
  return {
    all: scoreOf(rows),
    undelivered: those(isUndelivered),
    delivered: those((decision) => !isUndelivered(decision)),
    bins,
    calibrationError: rows.length > 0 ? calibrationError(bins) : 0,
    curve: reliabilityCurve(rows),
  }
}

export function coverageOf(decisions: readonly Decision[]): Coverage {
  const count = (of: (decision: Decision, days: PredictionDays) => boolean) =>
    Object.fromEntries(
      PREDICTION_DAYS.map((days) => [days, decisions.filter((one) => of(one, days)).length]),
    ) as Record<PredictionDays, number>
  return {
    decisions: decisions.length,
    withoutAmount: decisions.filter(({ lostShare }) => lostShare === null).length,
    predicted: count(
      ({ predictions, lostShare }, days) => !!predictions[days] && lostShare !== null,
    ),
    late: count(({ predictions }, days) => (predictions[days]?.late ?? 0) > 0),
  }
}
