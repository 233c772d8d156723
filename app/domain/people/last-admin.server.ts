import { and, asc, eq, isNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { people } from '#db/schema/people.ts'

/**
 * Refuses when nobody but `personId` could manage people.
 * Locks the admins, so that of two who leave at once the second sees the first one gone.
 */
export async function keepAnAdmin(ctx: Context, personId: number): Promise<void> {
  const admins = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.deactivatedAt)))
    .orderBy(asc(people.id))
    .for('update')
  if (admins.length === 1 && admins[0]?.id === personId) {
    throw invalid('This is the last admin. Make somebody else an admin first.')
  }
}
