import { eq } from 'drizzle-orm'

import { inTransaction, type Actor, type AnonymousContext } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { createOrganisation } from '#app/domain/organisation/create-organisation.server.ts'
import { fold } from '#app/lib/fold.ts'
import { hashPassword } from '#app/lib/passwords.server.ts'
import { hashCode } from '#app/lib/tokens.server.ts'
import { people, setupCodes } from '#db/schema/people.ts'

import { hasPeople } from './issue-setup-code.server.ts'
import type { FirstAdminInput } from './schemas.ts'

/**
 * The first start: whoever has the printed code becomes the first admin, and the organisation begins.
 * The code is used up by it; the loser of two at once finds it gone.
 */
export async function createFirstAdmin(
  ctx: AnonymousContext,
  input: FirstAdminInput,
): Promise<Actor> {
  const passwordHash = await hashPassword(input.password)
  return inTransaction(ctx, async (ctx) => {
    const [code] = await ctx.db
      .delete(setupCodes)
      .where(eq(setupCodes.codeHash, hashCode(input.code)))
      .returning({ id: setupCodes.id })
    if (!code || (await hasPeople(ctx))) {
      throw invalid('This code is not valid. The server prints a new one when it starts.', 'code')
    }
    const [person] = await ctx.db
      .insert(people)
      .values({
        email: input.email,
        name: input.name,
        nameFold: fold(input.name),
        role: 'admin',
        team: 'other',
        passwordHash,
        createdAt: ctx.now,
      })
      .returning({ id: people.id, name: people.name, role: people.role, team: people.team })
    if (!person) throw new Error('The first admin was not stored')
    const acting = { ...ctx, actor: person }
    await createOrganisation(acting, {
      name: input.organisation,
      baseCurrency: input.baseCurrency,
      timeZone: input.timeZone,
      productLine: input.productLine,
    })
    await recordEvent(acting, {
      name: 'organisation.started',
      subject: ['person', person.id],
      data: { organisation: input.organisation, email: input.email },
    })
    return person
  })
}
