import { and, gt, isNull, or, sql } from 'drizzle-orm'

import type { AnonymousContext } from '#app/domain/context.ts'
import { invitations, passwordResets, people } from '#db/schema/people.ts'

/** Whoever made a link must still be allowed to: an admin who leaves takes no way back in along. */
const stillManages = (maker: typeof invitations.invitedBy | typeof passwordResets.createdBy) =>
  sql`exists (select 1 from ${people} maker where maker.id = ${maker} and maker.role = 'admin' and maker.deactivated_at is null)`

/** Invitations that can still be accepted. */
export function openInvitation({ now }: Pick<AnonymousContext, 'now'>) {
  return and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
    stillManages(invitations.invitedBy),
  )
}

/** Reset links that still set a password: asked for by the person, or made by an admin. */
export function openReset({ now }: Pick<AnonymousContext, 'now'>) {
  return and(
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, now),
    or(isNull(passwordResets.createdBy), stillManages(passwordResets.createdBy)),
  )
}
