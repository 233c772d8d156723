import { ridgeLogistic } from '#app/lib/ridge-logistic.ts'

import type { Criterion } from './criteria.ts'
import { logOddsRatio, posteriorWeight, PRIOR_SD } from './evidence.ts'
import { priorWeight } from './fit.ts'
import { examine, isTestable, passedBy, tally, type Observation } from './observations.ts'
import { mostFindings } from './verdict.ts'
import { weightByPoints, type Weight } from './weights.ts'

/** Outcomes from which the criteria are weighed together, so that what goes hand in hand does not count twice. */
const TOGETHER_FROM = 200

/**
 * What each criterion weighs by its points and by how our accounts turned out: its own log odds ratio, shrunk towards
 * the points; from 200 outcomes on one logistic regression of all, with the same priors. By its points alone where
 * nothing can be tested. Source: docs/model.md.
 * @returns in the order of the criteria
 */
export function weighCriteria(
  criteria: readonly Criterion[],
  observations: readonly Observation[],
): Weight[] {
  const enough = mostFindings(tally(observations)) > 0
  const tested = criteria.flatMap((criterion) => {
    const { counts } = examine(observations, criterion)
    const weighs = criterion.kind === 'points' && enough && isTestable(counts)
    return weighs ? [{ criterion, counts }] : []
  })
  const posteriors =
    observations.length < TOGETHER_FROM
      ? tested.map(({ criterion, counts }) =>
          posteriorWeight(priorWeight(criterion.points), logOddsRatio(counts)),
        )
      : weighTogether(
          tested.map(({ criterion }) => criterion),
          observations,
        )
  const weights = new Map(
    tested.map(({ criterion, counts }, i): [Criterion, Weight] => {
      const { mean, sd } = posteriors[i] ?? { mean: Number.NaN, sd: Number.NaN }
      return [criterion, { weight: mean, weightSd: sd, evidence: counts }]
    }),
  )
  return criteria.map((criterion) => weights.get(criterion) ?? weightByPoints(criterion))
}

function weighTogether(criteria: readonly Criterion[], observations: readonly Observation[]) {
  const { weights, sds } = ridgeLogistic(
    observations.map(({ good, facts }) => ({
      x: criteria.map((criterion) => {
        const passed = passedBy(criterion, facts)
        return passed === null ? 0 : Number(passed) - 0.5
      }),
      y: good ? 1 : 0,
    })),
    { means: criteria.map(({ points }) => priorWeight(points)), sd: PRIOR_SD },
  )
  return weights.map((mean, i) => ({ mean, sd: sds[i] ?? Number.NaN }))
}
