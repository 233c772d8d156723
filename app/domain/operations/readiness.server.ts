import { database } from '#db/client.ts'
import { isMigrated } from '#db/migrate.ts'
import { queuesRun } from '#db/queue.ts'

/** Why this process cannot serve at the moment; null when it can. Never throws. */
export async function findReasonNotReady(): Promise<string | null> {
  try {
    if (!(await isMigrated(database()))) return 'the database has an older schema'
  } catch {
    return 'the database does not answer'
  }
  return queuesRun() ? null : 'jobs do not run'
}
