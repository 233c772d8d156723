import { and, eq, isNull, lt } from 'drizzle-orm'

import { authorize, inTransaction, type Actor, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { polls } from '#db/schema/polls.ts'

/** Closes a poll before its day: whoever has not finished no longer can, and everybody sees the results. */
export async function closePoll(ctx: Context, pollId: number): Promise<void> {
  authorize(ctx, 'poll.open')
  await inTransaction(ctx, async (ctx) => {
    if (!(await close(ctx, pollId))) throw conflict('This poll is closed already.')
  })
}

/** Closes the polls whose last day has passed. */
export async function closeDuePolls(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const today = await getToday(ctx)
  const due = await ctx.db
    .select({ id: polls.id })
    .from(polls)
    .where(and(isNull(polls.closedAt), lt(polls.closesOn, today)))
  for (const { id } of due) {
    await inTransaction(ctx, (ctx) => close({ ...ctx, actor: null }, id))
  }
}

/** Waits for answers that are being saved; false when somebody was first. */
async function close(
  ctx: Pick<Context, 'db' | 'now'> & { actor: Pick<Actor, 'id'> | null },
  pollId: number,
): Promise<boolean> {
  const [poll] = await ctx.db
    .update(polls)
    .set({ closedAt: ctx.now, closedBy: ctx.actor?.id ?? null })
    .where(and(eq(polls.id, pollId), isNull(polls.closedAt)))
    .returning({ number: polls.number })
  if (!poll) return false
  await recordEvent(ctx, {
    name: 'poll.closed',
    subject: ['poll', pollId],
    data: { number: poll.number },
  })
  return true
}
