import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/postgres-js/migrator'

import { connect, type Executor } from './client.ts'
import { StartProblem } from './start-problem.ts'

/** The generated SQL, relative to the folder the process runs in (the root of the repository). */
const FOLDER = path.resolve('drizzle')

/** Any number that no other application uses for its advisory lock on the same database. */
const MIGRATION_LOCK = 7_106_301

const OLDEST_SERVER = 150_000

/**
 * Brings the database to this build's schema. Many processes may call it at once: one works, the
 * others wait. Throws `StartProblem` when the server is too old, does not answer, or holds a schema
 * newer than this build.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, close } = connect(url, 1)
  try {
    await requireServer(db, url)
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`)
    const [known, applied] = [await knownMigrations(), await appliedMigrations(db)]
    if (applied.some((when) => !known.includes(when))) {
      throw new StartProblem(
        'The database holds a newer schema than this version of Causeway knows: start the newer version, or restore a backup of before the upgrade.',
      )
    }
    if (applied.length < known.length) await migrate(db, { migrationsFolder: FOLDER })
  } finally {
    await close()
  }
}

/** True when every migration of this build is applied. */
export async function isMigrated(db: Executor): Promise<boolean> {
  const [known, applied] = [await knownMigrations(), await appliedMigrations(db)]
  return known.every((when) => applied.includes(when))
}

/** When each migration of this build was generated (milliseconds), which is how drizzle names it. */
async function knownMigrations(): Promise<number[]> {
  const journal: unknown = JSON.parse(
    await readFile(path.join(FOLDER, 'meta', '_journal.json'), 'utf8'),
  )
  const { entries } = journal as { entries: { when: number }[] }
  return entries.map((entry) => entry.when)
}

async function appliedMigrations(db: Executor): Promise<number[]> {
  const [table] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as name`)
  if (!table?.['name']) return []
  const rows = await db.execute(sql`select created_at from drizzle.__drizzle_migrations`)
  return rows.map((row) => Number(row['created_at']))
}

async function requireServer(db: Executor, url: string): Promise<void> {
  const version = await serverVersion(db, url)
  if (version < OLDEST_SERVER) {
    throw new StartProblem(
      `Causeway needs PostgreSQL 15 or later; DATABASE_URL leads to version ${Math.floor(version / 10_000)}.`,
    )
  }
}

async function serverVersion(db: Executor, url: string): Promise<number> {
  try {
    const [row] = await db.execute(sql`select current_setting('server_version_num')::int as number`)
    return Number(row?.['number'])
  } catch (error) {
    const { hostname, port } = new URL(url)
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new StartProblem(
      `The database of DATABASE_URL at ${hostname}:${port || 5432} cannot be reached: ${reason(cause)}.`,
    )
  }
}

/** The first line of what the driver says, or its code where it says nothing. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : error.name
  return (error.message.split('\n')[0] || code).replace(/\.$/, '')
}
