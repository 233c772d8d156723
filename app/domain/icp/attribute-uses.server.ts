import { and, asc, eq, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { productLines } from '#db/schema/organisation.ts'
import { profileCriteria, profiles } from '#db/schema/profiles.ts'

/** The criteria on an attribute, in the profiles in force and in the open proposals. */
export function listAttributeUses({ db }: Pick<Context, 'db'>, attribute: string) {
  return db
    .select({
      profileId: profiles.id,
      line: productLines.name,
      number: profiles.number,
      state: profiles.state,
      label: profileCriteria.label,
    })
    .from(profileCriteria)
    .innerJoin(profiles, eq(profiles.id, profileCriteria.profileId))
    .innerJoin(productLines, eq(productLines.id, profiles.productLineId))
    .where(
      and(
        eq(profileCriteria.attribute, attribute),
        inArray(profiles.state, ['current', 'proposed']),
      ),
    )
    .orderBy(asc(productLines.name), asc(profiles.number), asc(profileCriteria.position))
}
