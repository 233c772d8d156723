import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { scoreAccounts } from '#app/domain/icp/account-fits.server.ts'
import { LEAST_PEOPLE } from '#app/domain/icp/alignment-words.ts'
import { readCriteria } from '#app/domain/icp/current-criteria.server.ts'
import { findProfiles } from '#app/domain/icp/get-profile.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { SIGNING_TEAMS } from '#db/constants.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { pollAccounts, pollMembers, polls } from '#db/schema/polls.ts'

import { drawSample } from './sample.ts'
import type { OpenPoll } from './schemas.ts'

/** Whoever can be asked: contributors and managers of both teams, by name. */
export function listAskable({ db }: Pick<Context, 'db'>) {
  return db
    .select({ id: people.id, name: people.name, email: people.email, team: people.team })
    .from(people)
    .where(
      and(
        isNull(people.deactivatedAt),
        inArray(people.role, ['contributor', 'manager']),
        inArray(people.team, [...SIGNING_TEAMS]),
      ),
    )
    .orderBy(asc(people.nameFold), asc(people.id))
}

/**
 * Asks people of both teams how ideal the same accounts are, and what makes an account ideal.
 * @returns the poll, and whom to write to
 */
export async function openPoll(ctx: Context, { productLineId, closesOn, people }: OpenPoll) {
  authorize(ctx, 'poll.open')
  return inTransaction(ctx, async (ctx) => {
    const [line] = await ctx.db
      .select({ id: productLines.id })
      .from(productLines)
      .where(eq(productLines.id, productLineId))
      .for('no key update')
    if (!line) throw notFound('The product line')
    const today = await getToday(ctx)
    if (closesOn <= today) throw invalid('Choose a day after today.', 'closesOn')
    const members = await chosenMembers(ctx, people)
    const { currentId: profileId } = await findProfiles(ctx, line.id)
    if (profileId === null) {
      throw invalid('This product line has no profile in force to ask about.')
    }
    const [last] = await ctx.db
      .select({ number: max(polls.number) })
      .from(polls)
      .where(eq(polls.productLineId, line.id))
    const number = (last?.number ?? 0) + 1
    const seed = `poll ${line.id} ${number}`
    const [poll] = await ctx.db
      .insert(polls)
      .values({
        ...{ productLineId: line.id, number, profileId, seed, closesOn },
        ...{ openedBy: ctx.actor.id, openedAt: ctx.now },
      })
      .onConflictDoNothing()
      .returning({ id: polls.id })
    if (!poll) throw conflict('A poll for this product line is open already.')
    const sample = await drawAccounts(ctx, profileId, seed)
    await ctx.db
      .insert(pollAccounts)
      .values(sample.map((accountId, position) => ({ pollId: poll.id, accountId, position })))
    await ctx.db
      .insert(pollMembers)
      .values(
        members.map(({ id, team }) => ({ pollId: poll.id, personId: id, team, askedOn: today })),
      )
    await recordEvent(ctx, {
      name: 'poll.opened',
      subject: ['poll', poll.id],
      data: { number, people: members.length, accounts: sample.length, closesOn },
    })
    return { pollId: poll.id, asked: members.filter(({ id }) => id !== ctx.actor.id) }
  })
}

async function chosenMembers(ctx: Context, chosen: readonly number[]) {
  const ids = new Set(chosen)
  const members = (await listAskable(ctx)).flatMap((person) =>
    ids.has(person.id) && person.team !== 'other' ? [{ ...person, team: person.team }] : [],
  )
  if (members.length < ids.size) {
    throw invalid(
      'Somebody in the list has left or changed teams. Look through it again.',
      'people',
    )
  }
  const few = SIGNING_TEAMS.some(
    (team) => members.filter((one) => one.team === team).length < LEAST_PEOPLE,
  )
  if (few) throw invalid(`Choose at least ${LEAST_PEOPLE} people of each team.`, 'people')
  return members
}

async function drawAccounts(ctx: Context, profileId: number, seed: string): Promise<number[]> {
  const criteria = (await readCriteria(ctx, [profileId])).get(profileId) ?? []
  const scores = await scoreAccounts(ctx, criteria)
  const sample = drawSample(
    scores.map(({ id, fit, met }) => ({ id, band: fit.band, unknown: met.includes(null) })),
    seed,
  )
  if (sample.length === 0) throw invalid('There are no accounts to ask about yet.')
  return sample
}
