import type { Context } from '#app/domain/context.ts'

import type { Criterion } from './criteria.ts'
import { loadCourses } from './load-courses.server.ts'
import { sampleOf } from './sample.ts'
import { weighCriteria } from './weigh-criteria.ts'
import type { Weight } from './weights.ts'

/** Criteria of a product line with what they weigh by the outcomes known now. */
export async function weighNow<C extends Criterion>(
  ctx: Pick<Context, 'db' | 'now'>,
  productLineId: number,
  criteria: readonly C[],
): Promise<(C & Weight)[]> {
  const { observations } = sampleOf(await loadCourses(ctx, productLineId))
  const weights = weighCriteria(criteria, observations)
  return criteria.flatMap((criterion, i) => {
    const weight = weights[i]
    return weight ? [{ ...criterion, ...weight }] : []
  })
}
