import { and, eq, isNull } from 'drizzle-orm'

import type { AnonymousContext } from '#app/domain/context.ts'
import { passwordResets, sessions } from '#db/schema/people.ts'

/** Ends every session of a person, on every device. */
export async function endSessions({ db }: Pick<AnonymousContext, 'db'>, personId: number) {
  await db.delete(sessions).where(eq(sessions.userId, personId))
}

/** Forgets the reset links that a person has not used: a new password, or leaving, makes them void. */
export async function voidResetLinks({ db }: Pick<AnonymousContext, 'db'>, personId: number) {
  await db
    .delete(passwordResets)
    .where(and(eq(passwordResets.personId, personId), isNull(passwordResets.usedAt)))
}
