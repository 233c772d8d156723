import { and, count, eq, isNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, DomainError, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { counted } from '#app/lib/counted.ts'
import { pollAccounts, pollMembers, pollPoints, pollRatings, polls } from '#db/schema/polls.ts'
import { profileCriteria } from '#db/schema/profiles.ts'

import type { PointsDraft, Rating } from './schemas.ts'

/** Keeps one tap of whoever is asked. The last one counts; sent twice it is the same. */
export async function ratePollAccount(
  ctx: Context,
  pollId: number,
  { accountId, rating }: Rating,
): Promise<void> {
  await whileAnswering(ctx, pollId, async (ctx) => {
    const [asked] = await ctx.db
      .select({ id: pollAccounts.accountId })
      .from(pollAccounts)
      .where(and(eq(pollAccounts.pollId, pollId), eq(pollAccounts.accountId, accountId)))
    if (!asked) throw invalid('This poll does not ask about that account.')
    await ctx.db
      .insert(pollRatings)
      .values({ pollId, personId: ctx.actor.id, accountId, rating })
      .onConflictDoUpdate({
        target: [pollRatings.pollId, pollRatings.personId, pollRatings.accountId],
        set: { rating },
      })
  })
}

/** Keeps how a person has spread the points so far. */
export async function savePollPoints(ctx: Context, pollId: number, draft: PointsDraft) {
  await whileAnswering(ctx, pollId, (ctx, { profileId }) =>
    writePoints(ctx, pollId, profileId, draft),
  )
}

/** Sends a person's answers, which are then final. Throws invalid while accounts are missing; the points are kept then. */
export async function finishPoll(ctx: Context, pollId: number, answer: PointsDraft): Promise<void> {
  const missing = await whileAnswering(ctx, pollId, async (ctx, { number, profileId }) => {
    await writePoints(ctx, pollId, profileId, answer)
    const [[asked], [answered]] = await Promise.all([
      ctx.db.select({ n: count() }).from(pollAccounts).where(eq(pollAccounts.pollId, pollId)),
      ctx.db
        .select({ n: count() })
        .from(pollRatings)
        .where(and(eq(pollRatings.pollId, pollId), eq(pollRatings.personId, ctx.actor.id))),
    ])
    const missing = (asked?.n ?? 0) - (answered?.n ?? 0)
    if (missing > 0) return missing
    await ctx.db
      .update(pollMembers)
      .set({ finishedAt: ctx.now })
      .where(and(eq(pollMembers.pollId, pollId), eq(pollMembers.personId, ctx.actor.id)))
    await recordEvent(ctx, { name: 'poll.answered', subject: ['poll', pollId], data: { number } })
    return 0
  })
  // Thrown within the transaction it would take the points back.
  if (missing > 0) {
    throw invalid(
      `${counted(missing, 'account is', 'accounts are')} not rated yet. Your points are kept.`,
    )
  }
}

type OpenPoll = { number: number; profileId: number }

/**
 * Runs `work` while the poll is held open and the person has not finished; each is told why not otherwise. Only one
 * thing of a person is written at a time.
 */
async function whileAnswering<T>(
  ctx: Context,
  pollId: number,
  work: (ctx: Context, poll: OpenPoll) => Promise<T>,
): Promise<T> {
  authorize(ctx, 'read')
  return inTransaction(ctx, async (ctx) => {
    const [poll] = await ctx.db
      .select({ number: polls.number, profileId: polls.profileId })
      .from(polls)
      .where(and(eq(polls.id, pollId), isNull(polls.closedAt)))
      .for('share')
    if (!poll) throw conflict('This poll is closed. What you had sent before then is kept.')
    const [member] = await ctx.db
      .select({ finishedAt: pollMembers.finishedAt })
      .from(pollMembers)
      .where(and(eq(pollMembers.pollId, pollId), eq(pollMembers.personId, ctx.actor.id)))
      .for('no key update')
    if (!member) throw new DomainError('forbidden', 'You are not asked in this poll.')
    if (member.finishedAt) throw conflict('You have sent your answers already. They are kept.')
    return work(ctx, poll)
  })
}

async function writePoints(
  ctx: Context,
  pollId: number,
  profileId: number,
  { points }: PointsDraft,
): Promise<void> {
  const asked = await ctx.db
    .select({ id: profileCriteria.id })
    .from(profileCriteria)
    .where(and(eq(profileCriteria.profileId, profileId), eq(profileCriteria.kind, 'points')))
  const given = new Map(points.map((one) => [one.criterionId, one.points]))
  if (given.size !== asked.length || !asked.every(({ id }) => given.has(id))) {
    throw invalid('This page belongs to another poll. Reload and try again.')
  }
  const own = and(eq(pollPoints.pollId, pollId), eq(pollPoints.personId, ctx.actor.id))
  await ctx.db.delete(pollPoints).where(own)
  await ctx.db.insert(pollPoints).values(
    [...given].map(([criterionId, points]) => ({
      pollId,
      personId: ctx.actor.id,
      criterionId,
      points,
    })),
  )
}
