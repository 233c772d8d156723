import { and, eq, exists, gte, inArray, isNull, lt, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { pollMembers, polls } from '#db/schema/polls.ts'

/** Days before the last one on which whoever has not finished is reminded. */
const REMINDED_BEFORE = [3, 1] as const

/** Somebody to write to. */
export type Reminded = { id: number; name: string; email: string }

/**
 * Reminds whoever has not finished, at most once a day each.
 * @returns whom to write to
 */
export async function remindPoll(ctx: Context, pollId: number): Promise<Reminded[]> {
  authorize(ctx, 'poll.open')
  return inTransaction(ctx, async (ctx) => {
    const [poll] = await ctx.db
      .select({ number: polls.number })
      .from(polls)
      .where(and(eq(polls.id, pollId), isNull(polls.closedAt)))
      .for('share')
    if (!poll) throw conflict('This poll is closed already.')
    const today = await getToday(ctx)
    const reminded = await claim(ctx, pollId, today, today)
    if (reminded.length === 0) {
      throw conflict('Everybody who has not finished was written to today already.')
    }
    await recordReminder(ctx, pollId, poll.number, reminded)
    return reminded
  })
}

/**
 * Reminds whoever has not finished, three days and one day before the last one. Whoever was asked since is left alone.
 * @returns the polls with whom to write to
 */
export async function remindDuePolls(
  ctx: Pick<Context, 'db' | 'now'>,
): Promise<{ pollId: number; line: string; closesOn: IsoDate; reminded: Reminded[] }[]> {
  const today = await getToday(ctx)
  const open = await ctx.db
    .select({
      pollId: polls.id,
      number: polls.number,
      line: productLines.name,
      closesOn: polls.closesOn,
    })
    .from(polls)
    .innerJoin(productLines, eq(productLines.id, polls.productLineId))
    .where(and(isNull(polls.closedAt), gte(polls.closesOn, today)))
  const due = open.flatMap((poll) => {
    const days = REMINDED_BEFORE.map((days) => addDays(poll.closesOn, -days))
    const since = days.filter((day) => day <= today).at(-1)
    return since === undefined ? [] : [{ ...poll, since }]
  })
  return Promise.all(
    due.map(({ pollId, number, line, closesOn, since }) =>
      inTransaction(ctx, async (ctx) => {
        const reminded = await claim(ctx, pollId, today, since)
        if (reminded.length > 0) {
          await recordReminder({ ...ctx, actor: null }, pollId, number, reminded)
        }
        return { pollId, line, closesOn, reminded }
      }),
    ),
  )
}

function recordReminder(
  ctx: Parameters<typeof recordEvent>[0],
  pollId: number,
  number: number,
  reminded: readonly Reminded[],
): Promise<void> {
  return recordEvent(ctx, {
    name: 'poll.reminded',
    subject: ['poll', pollId],
    data: { number, people: reminded.length },
  })
}

/**
 * Marks the members who are reminded, in one statement, so that two servers never write twice to anybody.
 * @param since whoever was asked on that day or later is left alone
 */
async function claim(
  ctx: Pick<Context, 'db'>,
  pollId: number,
  today: IsoDate,
  since: IsoDate,
): Promise<Reminded[]> {
  const claimed = await ctx.db
    .update(pollMembers)
    .set({ askedOn: today })
    .where(
      and(
        eq(pollMembers.pollId, pollId),
        isNull(pollMembers.finishedAt),
        lt(pollMembers.askedOn, since),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(people)
            .where(and(eq(people.id, pollMembers.personId), isNull(people.deactivatedAt))),
        ),
      ),
    )
    .returning({ personId: pollMembers.personId })
  if (claimed.length === 0) return []
  return ctx.db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      inArray(
        people.id,
        claimed.map(({ personId }) => personId),
      ),
    )
}
