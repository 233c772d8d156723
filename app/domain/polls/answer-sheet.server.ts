import { and, asc, eq, inArray } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { attributeText } from '#app/domain/accounts/attributes.ts'
import type { Context } from '#app/domain/context.ts'
import { DomainError } from '#app/domain/errors.ts'
import { ARR_KEY } from '#app/domain/icp/derived.ts'
import { getFacts } from '#app/domain/icp/gather-facts.server.ts'
import { attributeOptions } from '#app/domain/icp/list-attributes.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'
import { pollAccounts, pollMembers, pollPoints, pollRatings, polls } from '#db/schema/polls.ts'
import { profileCriteria } from '#db/schema/profiles.ts'

import { orderFor } from './sample.ts'

/** How far the reader has come: the accounts in their order, each with their own rating, undefined where there is none. */
export async function getOwnProgress(ctx: Context, pollId: number) {
  const { id: personId } = ctx.actor
  const [member] = await ctx.db
    .select({ seed: polls.seed })
    .from(pollMembers)
    .innerJoin(polls, eq(polls.id, pollMembers.pollId))
    .where(and(eq(pollMembers.pollId, pollId), eq(pollMembers.personId, personId)))
  if (!member) throw new DomainError('forbidden', 'You are not asked in this poll.')
  const [sample, ratings] = await Promise.all([
    ctx.db
      .select({ id: pollAccounts.accountId })
      .from(pollAccounts)
      .where(eq(pollAccounts.pollId, pollId))
      .orderBy(asc(pollAccounts.position)),
    ctx.db
      .select({ accountId: pollRatings.accountId, rating: pollRatings.rating })
      .from(pollRatings)
      .where(and(eq(pollRatings.pollId, pollId), eq(pollRatings.personId, personId))),
  ])
  const rated = new Map(ratings.map(({ accountId, rating }) => [accountId, rating]))
  const ids = sample.map(({ id }) => id)
  return orderFor(ids, member.seed, personId).map((id) => ({ id, rating: rated.get(id) }))
}

/** The attributes that tell what kind of company it is, whatever the profile asks about. */
const ALWAYS = ['industry', 'region', 'segment', 'employees', 'plan']

/**
 * What a person needs to know of an account to rate it; neither its fit nor its band, which would give the answer.
 * @param profileId the profile that is asked about: what its criteria name is shown
 */
export async function describeForRating(ctx: Context, profileId: number, accountId: number) {
  const [[account], asked, options, facts] = await Promise.all([
    ctx.db
      .select({ id: accounts.id, name: accounts.name, owner: people.name })
      .from(accounts)
      .leftJoin(people, eq(people.id, accounts.ownerId))
      .where(eq(accounts.id, accountId)),
    ctx.db
      .select({ key: profileCriteria.attribute })
      .from(profileCriteria)
      .where(eq(profileCriteria.profileId, profileId))
      .orderBy(asc(profileCriteria.position)),
    attributeOptions(ctx),
    getFacts(ctx, accountId),
  ])
  const revenue = may(ctx.actor, 'revenue.read')
  const keys = new Set([...ALWAYS, ...asked.map(({ key }) => key)])
  if (revenue) keys.add(ARR_KEY)
  else keys.delete(ARR_KEY)
  const labels = new Map(options.map(({ key, label }) => [key, label]))
  const known = [...keys].flatMap((key) => {
    const label = labels.get(key)
    return label === undefined ? [] : [{ label, value: attributeText(facts[key]) || null }]
  })
  return {
    id: accountId,
    name: account?.name ?? '',
    facts: [...known, { label: 'Owner', value: account?.owner ?? null }],
  }
}

/** The criteria over which points are spread, with what the reader gave each so far; by name, because the profile's order would anchor. */
export async function getOwnPoints(ctx: Context, pollId: number, profileId: number) {
  const criteria = await ctx.db
    .select({ id: profileCriteria.id, label: profileCriteria.label })
    .from(profileCriteria)
    .where(and(eq(profileCriteria.profileId, profileId), eq(profileCriteria.kind, 'points')))
  const given = await ctx.db
    .select({ id: pollPoints.criterionId, points: pollPoints.points })
    .from(pollPoints)
    .where(
      and(
        eq(pollPoints.pollId, pollId),
        eq(pollPoints.personId, ctx.actor.id),
        inArray(
          pollPoints.criterionId,
          criteria.map(({ id }) => id),
        ),
      ),
    )
  const own = new Map(given.map(({ id, points }) => [id, points]))
  return criteria
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
    .map((criterion) => ({ ...criterion, points: own.get(criterion.id) ?? 0 }))
}
