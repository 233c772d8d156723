import { and, eq, isNotNull, isNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { people } from '#db/schema/people.ts'

import { keepAnAdmin } from './last-admin.server.ts'
import { endSessions, voidResetLinks } from './sessions.server.ts'

/** Shuts a person out at once and ends their sessions; what they did and own stays. Never oneself or the last admin. */
export async function deactivatePerson(
  ctx: Context,
  { personId }: { personId: number },
): Promise<void> {
  authorize(ctx, 'people.manage')
  if (personId === ctx.actor.id) throw invalid('Another admin has to deactivate you.')
  await inTransaction(ctx, async (ctx) => {
    await keepAnAdmin(ctx, personId)
    const [gone] = await ctx.db
      .update(people)
      .set({ deactivatedAt: ctx.now })
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
      .returning({ id: people.id })
    if (!gone) throw conflict('This person is deactivated already.')
    await endSessions(ctx, personId)
    await voidResetLinks(ctx, personId)
    await recordEvent(ctx, { name: 'person.deactivated', subject: ['person', personId] })
  })
}

/** Lets a person in again, with the password, role and team they had. */
export async function reactivatePerson(
  ctx: Context,
  { personId }: { personId: number },
): Promise<void> {
  authorize(ctx, 'people.manage')
  await inTransaction(ctx, async (ctx) => {
    const [back] = await ctx.db
      .update(people)
      .set({ deactivatedAt: null })
      .where(and(eq(people.id, personId), isNotNull(people.deactivatedAt)))
      .returning({ id: people.id })
    if (!back) throw conflict('This person is active already.')
    await recordEvent(ctx, { name: 'person.reactivated', subject: ['person', personId] })
  })
}
