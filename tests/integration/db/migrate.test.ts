import { sql } from 'drizzle-orm'
import { expect } from 'vitest'

import { connect } from '#db/client.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { createDatabase, dropDatabase } from '#tests/support/cluster.ts'
import { test } from '#tests/support/db.ts'
import { inject } from 'vitest'

async function onNewDatabase(name: string, work: (url: string) => Promise<void>) {
  const url = await createDatabase(inject('clusterUrl'), name)
  try {
    await work(url)
  } finally {
    await dropDatabase(inject('clusterUrl'), name)
  }
}

test('three processes that start at once migrate once', async () => {
  await onNewDatabase('migrate_race', async (url) => {
    await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)])
    const { db, close } = connect(url, 1)
    const rows = await db.execute(
      sql`select count(*)::int as n, count(distinct hash)::int as different from drizzle.__drizzle_migrations`,
    )
    await close()
    expect(rows[0]?.['n']).toBeGreaterThan(0)
    expect(rows[0]?.['n']).toBe(rows[0]?.['different'])
  })
})

test('a database of a newer version is refused in one sentence', async () => {
  await onNewDatabase('migrate_newer', async (url) => {
    await migrateDatabase(url)
    const { db, close } = connect(url, 1)
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 99999999999999)`,
    )
    await close()
    await expect(migrateDatabase(url)).rejects.toThrow(/newer schema/)
  })
})

test('a database that does not answer is named without its password', async () => {
  await expect(migrateDatabase('postgres://me:hush@127.0.0.1:1/none')).rejects.toThrow(
    /^The database of DATABASE_URL at 127\.0\.0\.1:1 cannot be reached: (?!.*hush).*ECONNREFUSED/,
  )
})
