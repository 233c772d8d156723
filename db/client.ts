import { sql, type SQL } from 'drizzle-orm'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** What queries run on: the pool of the process, or an open transaction. */
export type Executor = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

/** The pool: every query may take another connection. */
export type Database = ReturnType<typeof connect>['db']

/**
 * A pool of its own, for tools and tests; the app uses `database()`.
 *
 * @param url `postgres://user:password@host:port/name`; connections are opened when first needed
 * @param max the most connections at once
 */
export function connect(url: string, max = 10) {
  const client = postgres(url, {
    max,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'causeway' },
  })
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) }
}

let pool: ReturnType<typeof connect> | undefined
let current: Executor | undefined

/** Opens the one pool of this process. A second call replaces nothing and is a bug. */
export function openDatabase(url: string): Database {
  if (pool) throw new Error('The database is already open')
  pool = connect(url)
  current = pool.db
  return pool.db
}

/** The pool of this process. Throws before `openDatabase`. */
export function database(): Executor {
  if (!current) throw new Error('The database is not open')
  return current
}

/** Waits for running queries and closes the pool; harmless when there is none. */
export async function closeDatabase(): Promise<void> {
  const closing = pool
  pool = undefined
  current = undefined
  await closing?.close()
}

/** For tests: `database()` answers with `executor` until the returned function is called. */
export function substituteDatabase(executor: Executor): () => void {
  const before = current
  current = executor
  return () => {
    current = before
  }
}

/**
 * The open transaction without savepoints: `transaction()` runs its work within it. For loads of thousands of commands,
 * where the first error ends the whole: thousands of savepoints make every row a hundred times as slow to read.
 */
export function withoutSavepoints(tx: Executor): Executor {
  const flat: Executor = Object.create(tx, {
    transaction: { value: (work: (tx: Executor) => Promise<unknown>) => work(flat) },
  })
  return flat
}

/** Runs SQL text with `$1`-style places, as libraries that bring their own SQL hand it over. */
export async function runText(
  executor: Executor,
  text: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  const pieces = text.split(/\$(\d+)/)
  const chunks = pieces.map((piece, index): SQL =>
    index % 2 === 0 ? sql.raw(piece) : sql`${values[Number(piece) - 1]}`,
  )
  return [...(await executor.execute(sql.join(chunks)))]
}
