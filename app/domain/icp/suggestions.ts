import { largestRemainder } from '#app/lib/numbers.ts'

import { criterionSchema, testText, type Criterion } from './criteria.ts'
import { posteriorWeight } from './evidence.ts'
import type { Family, Finding } from './family.ts'
import { pointsOfWeight } from './fit.ts'
import { mostFindings, verdictOf } from './verdict.ts'

/** Points in their smallest unit, tenths. */
const TENTHS = 10
const FULL = 100
const LONGEST_LABEL = 120
/** A criterion that counts at all, and one that leaves the others something. */
const [LEAST_POINTS, MOST_POINTS] = [1, 50]

/** Something that the outcomes have established and the profile does not say. */
export type Suggestion = {
  finding: Finding
  /** What to add, for the points that its evidence bears. */
  criterion: Criterion
}

/**
 * At most as many suggestions as the outcomes bear, the surest first, one an attribute: what is established, can be
 * written as a criterion and is not in the profile already. Points come from the log odds, shrunk towards none.
 */
export function suggestionsOf(family: Family<Criterion>): Suggestion[] {
  const taken = new Set(family.criteria.map(({ criterion }) => criterion.attribute))
  const suggestions = family.others.flatMap(({ attribute, finding: asTested }) => {
    const finding = favourable(asTested)
    if (verdictOf(family, asTested) !== 'established' || taken.has(attribute.key)) return []
    if (!finding?.tested) return []
    const { test, tested } = finding
    const weight = posteriorWeight(0, tested.logOdds).mean
    const points = Math.round(Math.min(MOST_POINTS, Math.max(LEAST_POINTS, pointsOfWeight(weight))))
    const label = `${attribute.label} ${testText(test)}`.slice(0, LONGEST_LABEL)
    const criterion = criterionSchema.safeParse({ ...test, kind: 'points', label, points })
    if (!criterion.success) return []
    taken.add(attribute.key)
    return [{ finding, criterion: criterion.data }]
  })
  return suggestions.slice(0, mostFindings(family))
}

/** The finding put the way that keeps accounts; null where its opposite cannot be written as a test. */
function favourable(finding: Finding): Finding | null {
  const { test, opposite, counts, tested } = finding
  if (!tested || tested.logOdds.value > 0) return finding
  if (opposite === null) return null
  const { good, bad, goodWith, badWith } = counts
  const { value, se } = tested.logOdds
  return {
    ...finding,
    ...{ test: opposite, opposite: test },
    counts: { good, bad, goodWith: good - goodWith, badWith: bad - badWith },
    tested: { ...tested, logOdds: { value: -value, se } },
  }
}

/** The criteria with a suggested one added; what had points before gives way in proportion, so that 100 remain. */
export function withSuggestion<C extends Criterion>(criteria: readonly C[], suggestion: C): C[] {
  const weighed = criteria.filter(({ kind }) => kind === 'points')
  const left = FULL - suggestion.points
  const tenths = largestRemainder(
    weighed.map(({ points }) => (points / FULL) * left * TENTHS),
    left * TENTHS,
  )
  const points = new Map(weighed.map((criterion, i) => [criterion, (tenths[i] ?? 0) / TENTHS]))
  const lowered = criteria.map((criterion) => ({
    ...criterion,
    points: points.get(criterion) ?? criterion.points,
  }))
  return [...lowered, suggestion]
}
