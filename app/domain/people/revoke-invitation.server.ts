import { and, eq, isNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { invitations } from '#db/schema/people.ts'

/** Makes the link of an invitation void. Refused once it is accepted or revoked. */
export async function revokeInvitation(
  ctx: Context,
  { invitationId }: { invitationId: number },
): Promise<void> {
  authorize(ctx, 'people.manage')
  await inTransaction(ctx, async (ctx) => {
    const [revoked] = await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ email: invitations.email })
    if (!revoked) throw conflict('This invitation is no longer open.')
    await recordEvent(ctx, {
      name: 'invitation.revoked',
      subject: ['invitation', invitationId],
      data: { email: revoked.email },
    })
  })
}
