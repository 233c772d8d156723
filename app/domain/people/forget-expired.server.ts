import { lte, or } from 'drizzle-orm'

import type { AnonymousContext } from '#app/domain/context.ts'
import { passwordResets, sessions } from '#db/schema/people.ts'

/** Deletes the sessions and reset links that have run out; they open nothing any more. */
export async function forgetExpired({ db, now }: AnonymousContext): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now))
  await db
    .delete(passwordResets)
    .where(or(lte(passwordResets.expiresAt, now), lte(passwordResets.usedAt, now)))
}
