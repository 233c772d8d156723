import { and, eq, gt, isNull } from 'drizzle-orm'

import type { AnonymousContext } from '#app/domain/context.ts'
import { passwordResets, sessions } from '#db/schema/people.ts'

/** On how many devices somebody is signed in. */
export function countSessions({ db, now }: AnonymousContext, personId: number): Promise<number> {
  return db.$count(sessions, and(eq(sessions.userId, personId), gt(sessions.expiresAt, now)))
}

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
