import { and, asc, eq, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { profileCriteria, profiles } from '#db/schema/profiles.ts'

import { storedCriterion, type WeighedCriterion } from './weights.ts'

/** What a version stores of its criteria, in order, by version. */
export async function readCriterionRows(ctx: Pick<Context, 'db'>, profileIds: readonly number[]) {
  const rows = await ctx.db
    .select()
    .from(profileCriteria)
    .where(inArray(profileCriteria.profileId, [...profileIds]))
    .orderBy(asc(profileCriteria.profileId), asc(profileCriteria.position))
  return groupBy(rows, ({ profileId }) => profileId)
}

/** The criteria of profile versions, by version. */
export async function readCriteria(
  ctx: Pick<Context, 'db'>,
  profileIds: readonly number[],
): Promise<Map<number, WeighedCriterion[]>> {
  if (profileIds.length === 0) return new Map()
  const groups = await readCriterionRows(ctx, profileIds)
  return new Map([...groups].map(([id, own]) => [id, own.map(storedCriterion)]))
}

/** The criteria of the profile in force of each product line that has one; of one line when it is named. */
export async function getCurrentCriteria(
  ctx: Pick<Context, 'db'>,
  productLineId?: number,
): Promise<Map<number, WeighedCriterion[]>> {
  const current = await ctx.db
    .select({ id: profiles.id, lineId: profiles.productLineId })
    .from(profiles)
    .where(
      and(
        eq(profiles.state, 'current'),
        productLineId === undefined ? undefined : eq(profiles.productLineId, productLineId),
      ),
    )
    .orderBy(asc(profiles.productLineId))
  const criteria = await readCriteria(
    ctx,
    current.map(({ id }) => id),
  )
  return new Map(current.map(({ id, lineId }) => [lineId, criteria.get(id) ?? []]))
}
