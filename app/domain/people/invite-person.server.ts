import { and, eq, isNull, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { hashToken, newToken } from '#app/lib/tokens.server.ts'
import { invitations, people } from '#db/schema/people.ts'

import { openInvitation } from './open-links.server.ts'
import type { InvitationInput } from './schemas.ts'

const DAYS = 7
const DAY = 86_400_000

/**
 * Invites an address to a role in a team for seven days.
 * The token is for the link and is known to nobody afterwards: only its hash is stored.
 */
export async function invitePerson(
  ctx: Context,
  input: InvitationInput,
): Promise<{ invitationId: number; token: string; expiresAt: Date }> {
  authorize(ctx, 'people.manage')
  return inTransaction(ctx, async (ctx) => {
    const [known] = await ctx.db
      .select({ deactivatedAt: people.deactivatedAt })
      .from(people)
      .where(eq(sql`lower(${people.email})`, input.email))
    if (known) {
      throw invalid(
        known.deactivatedAt
          ? 'This person was here before. Let them in again from the list of people.'
          : 'This person is here already.',
        'email',
      )
    }
    await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(sql`lower(${invitations.email})`, input.email),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          sql`not ${openInvitation(ctx)}`,
        ),
      )
    const token = newToken()
    const expiresAt = new Date(ctx.now.getTime() + DAYS * DAY)
    const [invitation] = await ctx.db
      .insert(invitations)
      .values({
        ...input,
        tokenHash: hashToken(token),
        invitedBy: ctx.actor.id,
        createdAt: ctx.now,
        expiresAt,
      })
      .onConflictDoNothing()
      .returning({ id: invitations.id })
    if (!invitation) {
      throw invalid('This address is invited already. Revoke that invitation first.', 'email')
    }
    await recordEvent(ctx, {
      name: 'person.invited',
      subject: ['invitation', invitation.id],
      data: { ...input },
    })
    return { invitationId: invitation.id, token, expiresAt }
  })
}
