import { eq } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { people } from '#db/schema/people.ts'

/** Whoever asked for a step may not import any more, so it does not go on in their name. */
export class RunnerGone extends Error {}

/** Throws RunnerGone once the actor was deactivated or lost the permission since the step was started. */
export async function requireRunner({ db, actor }: Context): Promise<void> {
  const [person] = await db
    .select({ role: people.role, team: people.team, deactivatedAt: people.deactivatedAt })
    .from(people)
    .where(eq(people.id, actor.id))
  if (person && person.deactivatedAt === null && may(person, 'import.run')) return
  throw new RunnerGone(
    `It stopped: ${actor.name} may not import any more. What was done so far is kept, and whoever may import can continue.`,
  )
}
