import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { readableFit } from '#app/domain/icp/account-fits.server.ts'
import { readCriteria } from '#app/domain/icp/current-criteria.server.ts'
import { fitAccount, type FitReason } from '#app/domain/icp/fit.ts'
import { gatherFacts } from '#app/domain/icp/gather-facts.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { accounts } from '#db/schema/accounts.ts'
import { pollAccounts, pollMembers, pollPoints, pollRatings, polls } from '#db/schema/polls.ts'
import { profileCriteria } from '#db/schema/profiles.ts'

import { pollResults, type Answers, type PollResults } from './results.ts'
import type { Standing } from './words.ts'

/** What was answered in closed polls, by poll. Of an open one nothing is read, whoever asks. */
async function loadAnswers(
  { db }: Pick<Context, 'db'>,
  pollIds: readonly number[],
): Promise<Map<number, Answers>> {
  const closed = await db
    .select({ id: polls.id, profileId: polls.profileId })
    .from(polls)
    .where(and(inArray(polls.id, [...pollIds]), isNotNull(polls.closedAt)))
  const ids = closed.map(({ id }) => id)
  const [criteria, sample, members, ratings, points] = await Promise.all([
    db
      .select({
        profileId: profileCriteria.profileId,
        id: profileCriteria.id,
        label: profileCriteria.label,
      })
      .from(profileCriteria)
      .where(
        and(
          inArray(
            profileCriteria.profileId,
            closed.map(({ profileId }) => profileId),
          ),
          eq(profileCriteria.kind, 'points'),
        ),
      )
      .orderBy(asc(profileCriteria.position)),
    db
      .select({ pollId: pollAccounts.pollId, id: accounts.id, name: accounts.name })
      .from(pollAccounts)
      .innerJoin(accounts, eq(accounts.id, pollAccounts.accountId))
      .where(inArray(pollAccounts.pollId, ids))
      .orderBy(asc(pollAccounts.pollId), asc(pollAccounts.position)),
    db
      .select({
        pollId: pollMembers.pollId,
        personId: pollMembers.personId,
        team: pollMembers.team,
        finished: sql<boolean>`${pollMembers.finishedAt} is not null`,
      })
      .from(pollMembers)
      .where(inArray(pollMembers.pollId, ids))
      .orderBy(asc(pollMembers.personId)),
    db
      .select()
      .from(pollRatings)
      .where(inArray(pollRatings.pollId, ids))
      .orderBy(asc(pollRatings.personId)),
    db
      .select()
      .from(pollPoints)
      .where(inArray(pollPoints.pollId, ids))
      .orderBy(asc(pollPoints.personId)),
  ])
  const [byProfile, samples, asked, rated, given] = [
    groupBy(criteria, ({ profileId }) => profileId),
    groupBy(sample, ({ pollId }) => pollId),
    groupBy(members, ({ pollId }) => pollId),
    groupBy(ratings, ({ pollId }) => pollId),
    groupBy(points, ({ pollId }) => pollId),
  ]
  return new Map(
    closed.map(({ id, profileId }) => [
      id,
      {
        criteria: byProfile.get(profileId) ?? [],
        accounts: samples.get(id) ?? [],
        members: asked.get(id) ?? [],
        ratings: rated.get(id) ?? [],
        points: given.get(id) ?? [],
      },
    ]),
  )
}

/** Results of closed polls, by poll. */
export async function getManyResults(
  ctx: Pick<Context, 'db'>,
  pollIds: readonly number[],
): Promise<Map<number, PollResults>> {
  if (pollIds.length === 0) return new Map()
  const answers = await loadAnswers(ctx, pollIds)
  return new Map([...answers].map(([id, one]) => [id, pollResults(one)]))
}

/** The reader's own ratings by account in a closed poll, to stand beside those of the teams. */
export async function getOwnRatings(
  ctx: Context,
  pollId: number,
): Promise<Record<number, number | null>> {
  const rows = await ctx.db
    .select({ accountId: pollRatings.accountId, rating: pollRatings.rating })
    .from(pollRatings)
    .where(and(eq(pollRatings.pollId, pollId), eq(pollRatings.personId, ctx.actor.id)))
  return Object.fromEntries(rows.map(({ accountId, rating }) => [accountId, rating]))
}

/** How accounts stand against the profile of a poll today, as far as the reader may know it; by account. */
export async function getStandings(
  ctx: Context,
  profileId: number,
  accountIds: readonly number[],
): Promise<Record<number, Standing>> {
  const [criteria, { facts }] = await Promise.all([
    readCriteria(ctx, [profileId]),
    gatherFacts(ctx, accountIds),
  ])
  const labels = (reasons: readonly FitReason[]) => reasons.map(({ label }) => label)
  return Object.fromEntries(
    accountIds.map((id) => {
      const fit = readableFit(ctx, fitAccount(criteria.get(profileId) ?? [], facts.get(id) ?? {}))
      const { reasonsFor, reasonsAgainst, unknown } = fit
      return [
        id,
        {
          meets: labels(reasonsFor),
          misses: labels(reasonsAgainst.filter(({ kind }) => kind !== 'exclusion')),
          unknown: labels(unknown),
          excluded: labels(reasonsAgainst.filter(({ kind }) => kind === 'exclusion')),
        },
      ]
    }),
  )
}
