import { sql } from 'drizzle-orm'
import { expect, inject } from 'vitest'

import { enqueue, startQueues, stopQueues } from '#db/queue.ts'
import { createDatabase, dropDatabase } from '#tests/support/cluster.ts'
import { connect } from '#db/client.ts'
import { test } from '#tests/support/db.ts'

test('a job exists only if its transaction commits, and runs with its data and tools', async () => {
  const name = 'queue_rollback'
  const url = await createDatabase(inject('clusterUrl'), name)
  const seen: unknown[] = []
  let arrived = () => {}
  const first = new Promise<void>((resolve) => (arrived = resolve))
  const run = (data: unknown, tools: string) => {
    seen.push([data, tools])
    arrived()
    return Promise.resolve()
  }
  await startQueues(url, [{ name: 'turn-day', run }], 'a tool', (error) => {
    throw error
  })
  const { db, close } = connect(url)
  const given = db.transaction(async (tx) => {
    await enqueue(tx, 'turn-day', { whom: 'nobody' })
    throw new Error('changed my mind')
  })
  await expect(given).rejects.toThrow('changed my mind')
  await db.transaction((tx) => enqueue(tx, 'turn-day', { whom: 'Ada' }))
  await first
  expect(seen).toEqual([[{ whom: 'Ada' }, 'a tool']])
  await stopQueues()
  await close()
  await dropDatabase(inject('clusterUrl'), name)
})

test('the substitute is rolled back after each test', async ({ db }) => {
  const [row] = await db.execute(sql`select count(*)::int as n from people`)
  expect(row?.['n']).toBe(0)
})
