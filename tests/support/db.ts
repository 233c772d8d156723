import { randomBytes } from 'node:crypto'

import { afterAll, inject, test as base } from 'vitest'

import { connect, substituteDatabase, type Database, type Executor } from '#db/client.ts'

import { createDatabase, dropDatabase } from './cluster.ts'

class Rollback extends Error {}

/** One copy of the template for all tests of a file; each test leaves it as it was. */
let shared: ReturnType<typeof connect> | undefined
const sharedName = `file_${randomBytes(6).toString('hex')}`

async function sharedDatabase(): Promise<Database> {
  shared ??= connect(await createDatabase(inject('clusterUrl'), sharedName, inject('template')), 1)
  return shared.db
}

afterAll(async () => {
  if (!shared) return
  await shared.close()
  await dropDatabase(inject('clusterUrl'), sharedName)
})

/**
 * `test` with a database that `database()` answers with too:
 *
 * - `db`: a transaction that is rolled back after the test. The one for nearly everything.
 * - `committedDb`: a pool on a copy of its own, for races, where several connections must see each
 *   other's commits. Costs 0.1 s.
 */
export const test = base.extend<{ db: Executor; committedDb: Database }>({
  db: async ({}, use) => {
    const pool = await sharedDatabase()
    await pool
      .transaction(async (tx) => {
        const restore = substituteDatabase(tx)
        try {
          await use(tx)
        } finally {
          restore()
        }
        throw new Rollback()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Rollback)) throw error
      })
  },
  committedDb: async ({}, use) => {
    const name = `own_${randomBytes(6).toString('hex')}`
    const own = connect(await createDatabase(inject('clusterUrl'), name, inject('template')), 20)
    const restore = substituteDatabase(own.db)
    await use(own.db)
    restore()
    await own.close()
    await dropDatabase(inject('clusterUrl'), name)
  },
})
