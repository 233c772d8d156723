import { and, asc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { people } from '#db/schema/people.ts'
import { profileApprovals, profileCriteria, profiles } from '#db/schema/profiles.ts'

import type { PublicationContent } from './content.ts'

/** The profile in force of a line as a publication keeps it; null when there is none. */
export async function getPublishedProfile(
  ctx: Context,
  lineId: number,
): Promise<PublicationContent['profile']> {
  const [profile] = await ctx.db
    .select({ id: profiles.id, number: profiles.number, summary: profiles.summary })
    .from(profiles)
    .where(and(eq(profiles.productLineId, lineId), eq(profiles.state, 'current')))
  if (!profile) return null
  const criteria = await ctx.db
    .select({
      kind: profileCriteria.kind,
      label: profileCriteria.label,
      points: profileCriteria.points,
      why: profileCriteria.why,
    })
    .from(profileCriteria)
    .where(eq(profileCriteria.profileId, profile.id))
    .orderBy(asc(profileCriteria.position))
  const signatures = await ctx.db
    .select({
      team: profileApprovals.team,
      name: people.name,
      at: profileApprovals.approvedAt,
    })
    .from(profileApprovals)
    .innerJoin(people, eq(people.id, profileApprovals.approvedBy))
    .where(eq(profileApprovals.profileId, profile.id))
    .orderBy(asc(profileApprovals.team))
  return {
    ...profile,
    criteria,
    signatures: signatures.map(({ at, ...signature }) => ({ ...signature, at: at.toISOString() })),
  }
}
