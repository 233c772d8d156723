import { sql } from 'drizzle-orm'
import { expect, inject } from 'vitest'

import { findReasonNotReady } from '#app/domain/operations/readiness.server.ts'
import { loader } from '#app/routes/ops/ready.ts'
import { connect, substituteDatabase } from '#db/client.ts'
import { startQueues, stopQueues } from '#db/queue.ts'
import { urlOf } from '#tests/support/cluster.ts'
import { test } from '#tests/support/db.ts'

test('is ready with database, schema and jobs, and not before', async ({ committedDb }) => {
  const [row] = await committedDb.execute(sql`select current_database() as name`)
  expect(await findReasonNotReady()).toBe('jobs do not run')
  expect((await loader()).status).toBe(503)
  await startQueues(urlOf(inject('clusterUrl'), String(row?.['name'])), [], null, () => undefined)
  const answer = await loader()
  await stopQueues()
  expect(answer.status).toBe(200)
})

test('names a schema that is behind', async ({ db }) => {
  await db.execute(sql`delete from drizzle.__drizzle_migrations`)
  expect(await findReasonNotReady()).toBe('the database has an older schema')
})

test('names a database that does not answer', async () => {
  const gone = connect('postgres://nobody@127.0.0.1:1/none')
  const restore = substituteDatabase(gone.db)
  expect(await findReasonNotReady()).toBe('the database does not answer')
  restore()
  await gone.close()
})
