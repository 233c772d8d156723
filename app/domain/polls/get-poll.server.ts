import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { pollMembers, polls } from '#db/schema/polls.ts'
import { profiles } from '#db/schema/profiles.ts'

/** A poll as everybody may see it at any time: how many have finished, and nobody's answers. Throws not_found. */
export async function getPoll(ctx: Context, pollId: number) {
  const [row] = await ctx.db
    .select({
      id: polls.id,
      number: polls.number,
      line: productLines.name,
      lineSlug: productLines.slug,
      productLineId: polls.productLineId,
      profileId: polls.profileId,
      profileNumber: profiles.number,
      profileState: profiles.state,
      openedBy: people.name,
      openedAt: polls.openedAt,
      closesOn: polls.closesOn,
      closedAt: polls.closedAt,
    })
    .from(polls)
    .innerJoin(productLines, eq(productLines.id, polls.productLineId))
    .innerJoin(profiles, eq(profiles.id, polls.profileId))
    .innerJoin(people, eq(people.id, polls.openedBy))
    .where(eq(polls.id, pollId))
  if (!row) throw notFound('The poll')
  const [{ timeZone }, members] = await Promise.all([
    getOrganisation(ctx),
    ctx.db
      .select({
        personId: pollMembers.personId,
        team: pollMembers.team,
        finished: sql<boolean>`${pollMembers.finishedAt} is not null`,
        gone: sql<boolean>`${people.deactivatedAt} is not null`,
      })
      .from(pollMembers)
      .innerJoin(people, eq(people.id, pollMembers.personId))
      .where(eq(pollMembers.pollId, pollId)),
  ])
  const { openedAt, closedAt, ...poll } = row
  const own = members.find(({ personId }) => personId === ctx.actor.id)
  const countsOf = (team: 'cs' | 'product') => {
    const asked = members.filter((one) => one.team === team)
    return { asked: asked.length, finished: asked.filter((one) => one.finished).length }
  }
  return {
    ...poll,
    openedOn: dayIn(timeZone, openedAt),
    closedOn: closedAt && dayIn(timeZone, closedAt),
    people: { cs: countsOf('cs'), product: countsOf('product') },
    /** Those who have neither finished nor left. */
    waiting: members.filter(({ finished, gone }) => !finished && !gone).length,
    /** The reader's part in it. */
    own: own ? (own.finished ? ('finished' as const) : ('asked' as const)) : null,
  }
}

export type Poll = Awaited<ReturnType<typeof getPoll>>

/** The open poll of a line, and whether it waits for the reader; null where none is open. */
export async function findOpenPoll(ctx: Context, productLineId: number) {
  const [poll] = await ctx.db
    .select({
      id: polls.id,
      closesOn: polls.closesOn,
      waits: sql<boolean>`${pollMembers.personId} is not null and ${pollMembers.finishedAt} is null`,
    })
    .from(polls)
    .leftJoin(
      pollMembers,
      and(eq(pollMembers.pollId, polls.id), eq(pollMembers.personId, ctx.actor.id)),
    )
    .where(and(eq(polls.productLineId, productLineId), isNull(polls.closedAt)))
  return poll ?? null
}

/** The closed polls of a line, the oldest first. */
export async function listClosedPolls(ctx: Pick<Context, 'db'>, productLineId: number) {
  const [{ timeZone }, rows] = await Promise.all([
    getOrganisation(ctx),
    ctx.db
      .select({
        id: polls.id,
        number: polls.number,
        profileId: polls.profileId,
        productLineId: polls.productLineId,
        closedAt: polls.closedAt,
      })
      .from(polls)
      .where(and(eq(polls.productLineId, productLineId), isNotNull(polls.closedAt)))
      .orderBy(asc(polls.number)),
  ])
  return rows.flatMap(({ closedAt, ...poll }) =>
    closedAt ? [{ ...poll, closedOn: dayIn(timeZone, closedAt) }] : [],
  )
}

/** How many open polls of a line (null: of all) wait for the reader's answers. */
export function countWaitingPolls(ctx: Context, lineId: number | null): Promise<number> {
  return ctx.db.$count(
    ctx.db
      .select({ id: polls.id })
      .from(polls)
      .innerJoin(pollMembers, eq(pollMembers.pollId, polls.id))
      .where(
        and(
          isNull(polls.closedAt),
          lineId === null ? undefined : eq(polls.productLineId, lineId),
          eq(pollMembers.personId, ctx.actor.id),
          isNull(pollMembers.finishedAt),
        ),
      )
      .as('waiting'),
  )
}
