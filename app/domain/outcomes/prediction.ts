import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { scoreBacklog } from '#app/domain/scoring/score.ts'
import type { ScoredExposure, ScoreInput, Standing } from '#app/domain/scoring/types.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { PREDICTION_DAYS, type Importance, type PredictionDays } from '#db/constants.ts'

/** A request's part in a prediction. The parts and the baseline add up to 1. */
export type PredictedCause = {
  /** Null for a request that was declined before it had an item. */
  itemId: number | null
  requestId: number
  /** Whose claim it was. */
  submittedBy: number | null
  severity: Importance
  standing: Standing
  lambda: number
  /** λ by the sum of all hazards: the part of `q` that it causes. */
  share: number
}

export type PredictedParts = {
  /** Hazard of all causes, and the share that no request causes. */
  hazard: number
  baseline: number
  causes: PredictedCause[]
}

/** What the model read of one exposure, on the day that it was. */
export type PredictionInputs = { today: IsoDate; input: ScoreInput }

/** A prediction may be late by so large a part of its distance: a third. Later, it would be another one. */
const LATEST_PART = 3

/** The days before the decision within which a prediction can be frozen. */
export function freezingDays(ahead: PredictionDays): { from: number; to: number } {
  return { from: ahead - Math.floor(ahead / LATEST_PART), to: ahead }
}

/** Which predictions of a decision so many days ahead can be frozen today. */
export function dueToday(days: number): PredictionDays[] {
  return PREDICTION_DAYS.filter((ahead) => {
    const { from, to } = freezingDays(ahead)
    return days >= from && days <= to
  })
}

/** The distance that an address names; the farther one without. */
export function readDays(text: string | null): PredictionDays {
  return PREDICTION_DAYS.find((days) => String(days) === text) ?? 90
}

/** Cuts a score's input into the part that each exposure hangs on. */
export function cutInputs(
  { exposures, items, links, submitters }: ScoreInput,
  today: IsoDate,
): (exposure: string) => PredictionInputs {
  const exposureOf = groupBy(exposures, ({ id }) => id)
  const itemOf = groupBy(items, ({ id }) => id)
  const linksOf = groupBy(links, ({ x }) => x)
  const submitterOf = groupBy(submitters ?? [], ({ id }) => id)
  return (exposure) => {
    const own = linksOf.get(exposure) ?? []
    const named = new Set(own.flatMap(({ r }) => r ?? []))
    const claiming = new Set(own.flatMap(({ submitter }) => submitter ?? []))
    return {
      today,
      input: {
        exposures: exposureOf.get(exposure) ?? [],
        items: [...named].flatMap((id) => itemOf.get(id) ?? []),
        links: own,
        submitters: submitters && [...claiming].flatMap((id) => submitterOf.get(id) ?? []),
      },
    }
  }
}

/** What causes the prediction. @param submitterOf who submitted a request */
export function partsOf(
  { l0, hazard, links }: ScoredExposure,
  submitterOf: (requestId: number) => number | null,
): PredictedParts {
  const share = (lambda: number) => (hazard > 0 ? lambda / hazard : 0)
  return {
    hazard,
    baseline: share(l0),
    causes: links.flatMap(({ item, request, claim, standing, lambda }): PredictedCause[] => {
      if (request === null) return []
      const requestId = Number(request)
      return [
        {
          itemId: item === null ? null : Number(item),
          requestId,
          submittedBy: submitterOf(requestId),
          severity: claim.severity,
          standing,
          lambda,
          share: share(lambda),
        },
      ]
    }),
  }
}

/** What the same facts come to under other parameters; null where they leave the exposure out. */
export function replay(
  { today, input }: PredictionInputs,
  parameters: ModelParameters,
): ScoredExposure | null {
  return scoreBacklog({ today, parameters, input }).exposures[0] ?? null
}
