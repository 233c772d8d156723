import { testText } from './criteria.ts'
import { ARR_KEY } from './derived.ts'
import { evidenceRow, keptShare } from './evidence-row.ts'
import { testFamily, type FamilyAttribute } from './family.ts'
import { retentionByBand, type Retention } from './retention.ts'
import { sampleOf, type AccountCourse } from './sample.ts'
import { suggestionsOf } from './suggestions.ts'
import type { WeighedCriterion } from './weights.ts'

/**
 * What the outcomes say of a version: of its criteria, of every other attribute, and by band of fit.
 * @param revenue whether shares of revenue are shown, and tests that name an amount
 */
export function evidenceView<C extends WeighedCriterion>(
  criteria: readonly C[],
  attributes: readonly FamilyAttribute[],
  courses: readonly AccountCourse[],
  revenue: boolean,
) {
  const { observations, ...leftOut } = sampleOf(courses)
  const family = testFamily(observations, attributes, criteria)
  const { good, bad, size } = family
  const { bands, all } = retentionByBand(criteria, courses)
  const shown = <R extends Retention>(one: R): R =>
    revenue ? one : { ...one, grr: null, nrr: null }
  const mayName = (attribute: string) => revenue || attribute !== ARR_KEY
  return {
    criteria: family.criteria.map(({ criterion, finding }) => ({
      ...criterion,
      evidenceNow: evidenceRow(family, finding),
    })),
    others: family.others
      .filter(({ attribute }) => mayName(attribute.key))
      .map(({ attribute, finding }) => ({
        label: `${attribute.label} ${testText(finding.test)}`,
        row: evidenceRow(family, finding),
      })),
    suggestions: suggestionsOf(family)
      .filter(({ criterion }) => mayName(criterion.attribute))
      .map(({ criterion, finding }) => ({
        criterion,
        row: evidenceRow(family, finding),
      })),
    /** Accounts that turned out good and bad, together and apart, and how many tests they were put to. */
    outcomes: { ...keptShare(good, good + bad), good, bad, size },
    leftOut,
    bands: bands.map(shown),
    all: shown(all),
    revenue,
  }
}

export type EvidenceView<C extends WeighedCriterion = WeighedCriterion> = ReturnType<
  typeof evidenceView<C>
>
