import { and, asc, desc, eq, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { profileEffects } from '#db/schema/profile-history.ts'
import {
  profileApprovals,
  profileClosings,
  profileCriteria,
  profiles,
} from '#db/schema/profiles.ts'

import { scoreAccounts } from './account-fits.server.ts'
import { testText } from './criteria.ts'
import { namedAttributes } from './list-attributes.server.ts'
import { measureFits } from './measures.ts'
import { storedCriterion, type WeighedCriterion } from './weights.ts'

/** One version: its text, criteria in order, signatures, closing. Throws not_found. */
export async function getProfile(ctx: Pick<Context, 'db'>, profileId: number) {
  const [row] = await ctx.db
    .select({
      id: profiles.id,
      number: profiles.number,
      state: profiles.state,
      summary: profiles.summary,
      reason: profiles.reason,
      version: profiles.version,
      createdAt: profiles.createdAt,
      effectiveAt: profiles.effectiveAt,
      endedAt: profiles.endedAt,
      proposedBy: people.name,
      productLineId: profiles.productLineId,
      line: productLines.name,
      lineSlug: productLines.slug,
    })
    .from(profiles)
    .innerJoin(people, eq(people.id, profiles.proposedBy))
    .innerJoin(productLines, eq(productLines.id, profiles.productLineId))
    .where(eq(profiles.id, profileId))
  if (!row) throw notFound('The profile')
  const [{ timeZone }, criteria, signatures, [closing], attributes] = await Promise.all([
    getOrganisation(ctx),
    ctx.db
      .select()
      .from(profileCriteria)
      .where(eq(profileCriteria.profileId, profileId))
      .orderBy(asc(profileCriteria.position)),
    ctx.db
      .select({
        team: profileApprovals.team,
        personId: profileApprovals.approvedBy,
        name: people.name,
        at: profileApprovals.approvedAt,
        why: profileApprovals.why,
      })
      .from(profileApprovals)
      .innerJoin(people, eq(people.id, profileApprovals.approvedBy))
      .where(eq(profileApprovals.profileId, profileId))
      .orderBy(asc(profileApprovals.team)),
    ctx.db
      .select({
        kind: profileClosings.kind,
        reason: profileClosings.reason,
        name: people.name,
        at: profileClosings.closedAt,
      })
      .from(profileClosings)
      .innerJoin(people, eq(people.id, profileClosings.closedBy))
      .where(eq(profileClosings.profileId, profileId)),
    namedAttributes(ctx),
  ])
  const named = new Map(attributes.map((one) => [one.key, one]))
  const { effectiveAt, ...facts } = row
  return {
    ...facts,
    /** The day on which it took effect, in the organisation's time zone. */
    effectiveOn: effectiveAt && dayIn(timeZone, effectiveAt),
    signatures,
    /** How a proposal ended that never took effect; null for any other. */
    closing: closing ? { ...closing, on: dayIn(timeZone, closing.at) } : null,
    criteria: criteria.map((stored) => {
      const criterion = storedCriterion(stored)
      return {
        ...criterion,
        id: stored.id,
        key: stored.key,
        why: stored.why,
        test: `${named.get(stored.attribute)?.label ?? stored.attribute} ${testText(criterion)}`,
        /** Its attribute was put away, so that nobody's value is known. */
        removed: named.get(stored.attribute)?.removed ?? true,
      }
    }),
  }
}

export type Profile = Awaited<ReturnType<typeof getProfile>>

/** Ids of the version in force and of the open proposal of a line; null where there is none. */
export async function findProfiles(ctx: Pick<Context, 'db'>, productLineId: number) {
  const rows = await ctx.db
    .select({ id: profiles.id, state: profiles.state })
    .from(profiles)
    .where(
      and(
        eq(profiles.productLineId, productLineId),
        inArray(profiles.state, ['current', 'proposed']),
      ),
    )
  const of = (state: string) => rows.find((row) => row.state === state)?.id ?? null
  return { currentId: of('current'), proposalId: of('proposed') }
}

/** All versions of a line, newest first. */
export function listProfileVersions(ctx: Pick<Context, 'db'>, productLineId: number) {
  return ctx.db
    .select({
      id: profiles.id,
      number: profiles.number,
      state: profiles.state,
      summary: profiles.summary,
      reason: profiles.reason,
      effectiveAt: profiles.effectiveAt,
      endedAt: profiles.endedAt,
      createdAt: profiles.createdAt,
      effect: {
        accountsUp: profileEffects.accountsUp,
        accountsDown: profileEffects.accountsDown,
        arrMinor: profileEffects.arrMinor,
        currency: profileEffects.currency,
        mostPlaces: profileEffects.mostPlaces,
      },
    })
    .from(profiles)
    .leftJoin(profileEffects, eq(profileEffects.profileId, profiles.id))
    .where(eq(profiles.productLineId, productLineId))
    .orderBy(desc(profiles.number))
    .limit(200)
}

/** How many accounts stand how against a version: by criterion and by band. */
export async function measureProfile(
  ctx: Context,
  { criteria }: { criteria: readonly WeighedCriterion[] },
) {
  return measureFits(await scoreAccounts(ctx, criteria), criteria)
}
