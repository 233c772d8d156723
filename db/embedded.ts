import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { sql } from 'drizzle-orm'

import { connect, type Executor } from './client.ts'
import { installedBinaries } from './embedded-binaries.ts'
import { settlePlace, type Place } from './embedded-place.ts'
import { findRunning, initialise, launch, shutDown } from './embedded-server.ts'
import { StartProblem } from './start-problem.ts'
import { writeOnce } from './write-once.ts'

/** A running embedded PostgreSQL. */
export type Embedded = {
  /** Connection string of a database of that name; `causeway` exists. */
  url: (name?: string) => string
  /** Leaves, and stops PostgreSQL unless another process still uses it. */
  stop: () => Promise<void>
}

/** Every process that uses the server holds this lock shared; who gets it alone is the last. */
const PRESENCE_LOCK = 7_106_302

/**
 * Starts PostgreSQL on a data directory, or joins the one that already runs there, so that several
 * app processes share it. Works as an ordinary user and as root. Throws `StartProblem` with one
 * sentence when the directory belongs to another account or another PostgreSQL.
 *
 * @param directory holds the data, the password (mode 0600) and the server's log
 * @param settings PostgreSQL settings on top of ours, for tests
 */
export async function startEmbedded(
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Embedded> {
  const home = path.resolve(directory)
  const { place, password } = await prepare(home)
  if (!existsSync(place.data)) await initialise(place, password)
  const server =
    (await findRunning(place)) ?? (await launch(place, path.join(home, 'postgres.log'), settings))
  const url = (name = 'causeway') =>
    `postgres://causeway:${password}@127.0.0.1:${server.port}/${name}`

  const presence = connect(url('postgres'), 1)
  await presence.db.execute(sql`select pg_advisory_lock_shared(${PRESENCE_LOCK})`)
  await createDatabase(presence.db)
  const stop = async () => {
    await presence.db.execute(sql`select pg_advisory_unlock_shared(${PRESENCE_LOCK})`)
    const [row] = await presence.db.execute(
      sql`select pg_try_advisory_lock(${PRESENCE_LOCK}) as last`,
    )
    await presence.close()
    if (row?.['last'] === true) await shutDown(place, server.pid)
  }
  return { url, stop }
}

async function prepare(home: string): Promise<{ place: Place; password: string }> {
  const binaries = await installedBinaries()
  try {
    const place = await settlePlace(home, binaries)
    const fresh = randomBytes(24).toString('hex')
    return { place, password: await writeOnce(path.join(home, 'password'), fresh, 0o600) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error
    throw new StartProblem(
      `The data directory ${home} cannot be used by this account (${code}): start as the one that made it, or set DATA_DIR to another folder.`,
    )
  }
}

async function createDatabase(db: Executor): Promise<void> {
  const exists = sql`select 1 from pg_database where datname = 'causeway'`
  if ((await db.execute(exists)).length > 0) return
  await db.execute(sql`create database causeway`).catch(async (error: unknown) => {
    if ((await db.execute(exists)).length === 0) throw error
  })
}
