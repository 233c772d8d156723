import type { ParameterKey } from '#app/domain/model/parameter-list.ts'
import { valueOf } from '#app/domain/model/values.ts'
import { ANCHOR_RENEWALS } from '#app/domain/scoring/backtest/anchor.ts'
import { ETA_DELIVERIES, suggestEta, type Deliveries } from '#app/domain/scoring/backtest/eta.ts'
import {
  LADDER_LOSSES,
  suggestLadder,
  type ClassCount,
  type LadderStep,
} from '#app/domain/scoring/backtest/ladder.ts'
import type { Decided } from '#app/domain/scoring/backtest/metrics.ts'
import { fitPlatt, PLATT_EVENTS } from '#app/domain/scoring/backtest/platt.ts'
import { NO_CORRECTION, type ModelParameters } from '#app/domain/scoring/parameters.ts'
import { roundSignificant, sumOf } from '#app/lib/numbers.ts'
import { IMPORTANCES, type Importance } from '#db/constants.ts'

import { firstPrediction, isLost, testedClaims, type Decision } from './decision.ts'
import { partsOf, replay } from './prediction.ts'

/** A change of the model that the outcomes speak for. */
export type Suggestion = {
  name: 'anchor' | 'correction' | 'ladder' | 'eta'
  /** How much of what it needs there is. */
  have: number
  needs: number
  /** Null while there is too little. */
  values: { key: ParameterKey; now: number; suggested: number }[] | null
}

const DIGITS = 3

/**
 * The decisions with what the model in force says of the facts that were frozen: what would be corrected is that model,
 * not the one that made the predictions.
 */
export function underModel(
  decisions: readonly Decision[],
  parameters: ModelParameters,
): Decision[] {
  return decisions.map((decision) => ({
    ...decision,
    predictions: Object.fromEntries(
      Object.entries(decision.predictions).flatMap(([days, prediction]) => {
        const exposure = replay(prediction.inputs, parameters)
        if (!exposure) return []
        const submitters = new Map(
          prediction.parts.causes.map(({ requestId, submittedBy }) => [requestId, submittedBy]),
        )
        const items = new Map(
          prediction.parts.causes.map(({ requestId, itemId }) => [requestId, itemId]),
        )
        const parts = partsOf(exposure, (id) => submitters.get(id) ?? null)
        const causes = parts.causes.map((cause) => ({
          ...cause,
          // As followed through merges since.
          itemId: items.get(cause.requestId) ?? cause.itemId,
        }))
        return [[days, { ...prediction, q: exposure.q, parts: { ...parts, causes } }]]
      }),
    ),
  }))
}

/** What the losses say of each importance: of claims for which nothing had been delivered. */
export function countLadder(decisions: readonly Decision[]): Record<Importance, ClassCount> {
  const claims = decisions.flatMap(testedClaims)
  return Object.fromEntries(
    IMPORTANCES.map((importance) => {
      const own = claims.filter(({ severity }) => severity === importance)
      return [
        importance,
        { expected: sumOf(own, (claim) => claim.expected), lost: sumOf(own, ({ lost }) => lost) },
      ]
    }),
  ) as Record<Importance, ClassCount>
}

function suggestion(
  name: Suggestion['name'],
  { have, needs }: { have: number; needs: number },
  parameters: ModelParameters,
  values: () => [ParameterKey, number][],
): Suggestion {
  const told = () =>
    values().map(([key, value]) => ({
      key,
      now: valueOf(parameters, key),
      suggested: roundSignificant(value, DIGITS),
    }))
  return { name, have, needs, values: have >= needs ? told() : null }
}

export type Evidence = {
  decisions: readonly Decision[]
  /** Open renewals, and the anchor that they ask for; null while there are too few. */
  renewals: number
  anchor: number | null
  deliveries: Deliveries
}

/**
 * What the outcomes suggest for the model in force, each with how much there is to go by.
 */
export function suggestionsOf(
  { decisions, renewals, anchor, deliveries }: Evidence,
  parameters: ModelParameters,
): { suggestions: Suggestion[]; ladder: LadderStep[] } {
  const present = underModel(decisions, parameters)
  const uncorrected = underModel(decisions, { ...parameters, platt: NO_CORRECTION })
  const rows = uncorrected.flatMap((decision): Decided[] => {
    const prediction = firstPrediction(decision)
    if (!prediction || decision.lostShare === null) return []
    return [{ q: prediction.q, y: isLost(decision) ? 1 : 0, raw: prediction.raw }]
  })
  const lost = sumOf(rows, ({ y }) => y)
  const counts = countLadder(present)
  const ladder = suggestLadder(counts, parameters.severity)
  const ladderLosses = sumOf(Object.values(counts), (count) => count.lost)
  const known = deliveries.solved + deliveries.unsolved
  return {
    ladder,
    suggestions: [
      suggestion('anchor', { have: renewals, needs: ANCHOR_RENEWALS }, parameters, () =>
        anchor === null ? [] : [['kReq', anchor]],
      ),
      suggestion('correction', { have: lost, needs: PLATT_EVENTS }, parameters, () => {
        const { a, b } = fitPlatt(rows)
        return [
          ['platt.a', a],
          ['platt.b', b],
        ]
      }),
      suggestion('ladder', { have: ladderLosses, needs: LADDER_LOSSES }, parameters, () =>
        ladder.map(({ importance, suggested }) => [`severity.${importance}`, suggested]),
      ),
      suggestion('eta', { have: known, needs: ETA_DELIVERIES }, parameters, () => [
        ['eta', suggestEta(deliveries)],
      ]),
    ],
  }
}
