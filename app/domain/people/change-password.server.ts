import { and, eq } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { hashPassword, verifyPassword } from '#app/lib/passwords.server.ts'
import { people } from '#db/schema/people.ts'

import type { PasswordChangeInput } from './schemas.ts'
import { endSessions, voidResetLinks } from './sessions.server.ts'

/** Changes one's own password and ends every session, this one too: the caller starts a new one. */
export async function changePassword(ctx: Context, input: PasswordChangeInput): Promise<void> {
  const [before] = await ctx.db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, ctx.actor.id))
  const encoded = before?.passwordHash ?? null
  if (encoded === null || !(await verifyPassword(encoded, input.current))) {
    throw invalid('This is not your present password.', 'current')
  }
  const passwordHash = await hashPassword(input.password)
  await inTransaction(ctx, async (ctx) => {
    const [changed] = await ctx.db
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, ctx.actor.id), eq(people.passwordHash, encoded)))
      .returning({ id: people.id })
    if (!changed) throw conflict('Your password was changed elsewhere a moment ago.')
    await voidResetLinks(ctx, ctx.actor.id)
    await endSessions(ctx, ctx.actor.id)
    await recordEvent(ctx, {
      name: 'person.password_changed',
      subject: ['person', ctx.actor.id],
    })
  })
}
