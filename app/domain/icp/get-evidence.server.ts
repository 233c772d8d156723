import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'

import { testText } from './criteria.ts'
import { evidenceRow, keptShare } from './evidence-row.ts'
import { testFamily } from './family.ts'
import type { Profile } from './get-profile.server.ts'
import { attributeOptions } from './list-attributes.server.ts'
import { loadCourses } from './load-courses.server.ts'
import { retentionByBand, type Retention } from './retention.ts'
import { sampleOf } from './sample.ts'
import { suggestionsOf } from './suggestions.ts'

/** What our own retention says of a version today: of its criteria, of every other attribute, and by band of fit. */
export async function getEvidence(
  ctx: Context,
  { productLineId, criteria }: Pick<Profile, 'productLineId' | 'criteria'>,
) {
  authorize(ctx, 'read')
  const [courses, attributes] = await Promise.all([
    loadCourses(ctx, productLineId),
    attributeOptions(ctx),
  ])
  const { observations, ...leftOut } = sampleOf(courses)
  const family = testFamily(observations, attributes, criteria)
  const { good, bad, size } = family
  const { bands, all } = retentionByBand(criteria, courses)
  const revenue = may(ctx.actor, 'revenue.read')
  const shown = <R extends Retention>(one: R): R =>
    revenue ? one : { ...one, grr: null, nrr: null }
  return {
    criteria: family.criteria.map(({ criterion, finding }) => ({
      ...criterion,
      evidenceNow: evidenceRow(family, finding),
    })),
    others: family.others.map(({ attribute, finding }) => ({
      attribute: attribute.key,
      label: `${attribute.label} ${testText(finding.test)}`,
      row: evidenceRow(family, finding),
    })),
    suggestions: suggestionsOf(family).map(({ criterion, finding }) => ({
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

export type Evidence = Awaited<ReturnType<typeof getEvidence>>
