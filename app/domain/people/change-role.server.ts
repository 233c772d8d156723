import { and, eq, isNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { people } from '#db/schema/people.ts'

import { keepAnAdmin } from './last-admin.server.ts'
import type { RoleInput } from './schemas.ts'

/** Gives a person another role or team; holds from their next click. The last admin stays one. */
export async function changeRole(ctx: Context, input: RoleInput): Promise<void> {
  authorize(ctx, 'people.manage')
  await inTransaction(ctx, async (ctx) => {
    if (input.role !== 'admin') await keepAnAdmin(ctx, input.personId)
    const [changed] = await ctx.db
      .update(people)
      .set({ role: input.role, team: input.team })
      .where(
        and(
          eq(people.id, input.personId),
          eq(people.role, input.wasRole),
          eq(people.team, input.wasTeam),
          isNull(people.deactivatedAt),
        ),
      )
      .returning({ id: people.id })
    if (!changed) throw conflict('Somebody else changed this person. Look again.')
    await recordEvent(ctx, {
      name: 'person.role_changed',
      subject: ['person', input.personId],
      data: {
        from: { role: input.wasRole, team: input.wasTeam },
        to: { role: input.role, team: input.team },
      },
    })
  })
}
