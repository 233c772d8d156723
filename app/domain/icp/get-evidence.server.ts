import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'

import { evidenceView } from './evidence-view.ts'
import type { Profile } from './get-profile.server.ts'
import { attributeOptions } from './list-attributes.server.ts'
import { loadCourses } from './load-courses.server.ts'

/** What our own retention says of a version today. */
export async function getEvidence(
  ctx: Context,
  { productLineId, criteria }: Pick<Profile, 'productLineId' | 'criteria'>,
) {
  authorize(ctx, 'read')
  const [courses, attributes] = await Promise.all([
    loadCourses(ctx, productLineId),
    attributeOptions(ctx),
  ])
  return evidenceView(criteria, attributes, courses, may(ctx.actor, 'revenue.read'))
}
