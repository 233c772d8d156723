import { and, eq } from 'drizzle-orm'

import { inTransaction, type Actor, type AnonymousContext } from '#app/domain/context.ts'
import { conflict, DomainError } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { fold } from '#app/lib/fold.ts'
import { hashPassword } from '#app/lib/passwords.server.ts'
import { hashToken } from '#app/lib/tokens.server.ts'
import type { Role, Team } from '#db/constants.ts'
import { invitations, people } from '#db/schema/people.ts'

import { openInvitation } from './open-links.server.ts'
import type { AcceptInput } from './schemas.ts'

export type OpenInvitation = { email: string; role: Role; team: Team }

const openBy = (token: string, ctx: Pick<AnonymousContext, 'now'>) =>
  and(eq(invitations.tokenHash, hashToken(token)), openInvitation(ctx))

/** The invitation behind a link, or null when it is used, revoked, expired, made up or of a former admin. */
export async function findOpenInvitation(
  ctx: AnonymousContext,
  token: string,
): Promise<OpenInvitation | null> {
  const [invitation] = await ctx.db
    .select({ email: invitations.email, role: invitations.role, team: invitations.team })
    .from(invitations)
    .where(openBy(token, ctx))
  return invitation ?? null
}

/** Joins by an invitation's link, which is used up by it. */
export async function acceptInvitation(
  ctx: AnonymousContext,
  token: string,
  input: AcceptInput,
): Promise<Actor> {
  const passwordHash = await hashPassword(input.password)
  return inTransaction(ctx, async (ctx) => {
    const [invitation] = await ctx.db
      .update(invitations)
      .set({ acceptedAt: ctx.now })
      .where(openBy(token, ctx))
      .returning()
    if (!invitation) {
      throw new DomainError('not_found', 'This invitation is used, revoked or expired.')
    }
    const [person] = await ctx.db
      .insert(people)
      .values({
        email: invitation.email,
        name: input.name,
        nameFold: fold(input.name),
        role: invitation.role,
        team: invitation.team,
        passwordHash,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: people.id, name: people.name, role: people.role, team: people.team })
    if (!person) throw conflict('Somebody with this address is here already. Sign in instead.')
    await recordEvent(
      { ...ctx, actor: person },
      {
        name: 'person.joined',
        subject: ['person', person.id],
        data: { invitationId: invitation.id, role: person.role, team: person.team },
      },
    )
    return person
  })
}
