import { and, eq, isNull, sql } from 'drizzle-orm'

import { inTransaction, type AnonymousContext } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { verifyPassword } from '#app/lib/passwords.server.ts'
import { people } from '#db/schema/people.ts'

/**
 * The person with this address and password. Says the same, and takes as long, whether the address or the
 * password is wrong or the person was deactivated.
 */
export async function signIn(
  ctx: AnonymousContext,
  { email, password }: { email: string; password: string },
): Promise<{ personId: number }> {
  const [person] = await ctx.db
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      team: people.team,
      passwordHash: people.passwordHash,
    })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, email), isNull(people.deactivatedAt)))
  const right = await verifyPassword(person?.passwordHash ?? null, password)
  const refused = invalid('E-mail or password is not right.')
  if (!person || !right) throw refused
  return inTransaction(ctx, async (ctx) => {
    // Checking takes a while, in which the password may be changed or the person shut out.
    const [still] = await ctx.db
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.id, person.id),
          sql`${people.passwordHash} is not distinct from ${person.passwordHash}`,
          isNull(people.deactivatedAt),
        ),
      )
      .for('share')
    if (!still) throw refused
    await recordEvent(
      { ...ctx, actor: person },
      { name: 'person.signed_in', subject: ['person', person.id] },
    )
    return { personId: person.id }
  })
}
