import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

import type { Executor } from './client.ts'

/** Numbers for `count` records that are about to be stored, ascending. */
export async function nextIds(db: Executor, table: PgTable, count: number): Promise<number[]> {
  const name = getTableName(table)
  const rows = await db.execute<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence(${name}, 'id'))::int as id from generate_series(1, ${count})`)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/**
 * Writes the named columns of many records with one statement and raises their versions. A record that is no longer
 * at the version given is left alone.
 *
 * @param rows each with all the named columns
 * @returns the new versions by id, of those that were written
 */
export async function updateRows<T extends PgTable>(
  db: Executor,
  table: T,
  columns: readonly (keyof T['_']['columns'] & string)[],
  rows: readonly (Readonly<Record<string, unknown>> & { id: number; version: number })[],
  now: Date,
): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map()
  const known = getTableColumns(table)
  const taken = columns.map((key) => {
    const column = known[key]
    if (!column) throw new Error(`${getTableName(table)} has no column ${key}`)
    return { key, name: sql.identifier(column.name), type: sql.raw(column.getSQLType()) }
  })
  const set = taken.map(({ key, name }) => sql`${name} = v.${sql.identifier(key)}`)
  const shape = taken.map(({ key, type }) => sql`${sql.identifier(key)} ${type}`)
  const written = await db.execute<{ id: number; version: number }>(sql`
    update ${table} as t
    set ${sql.join([...set, sql`version = t.version + 1`], sql`, `)},
        updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(${sql.join([sql`id int`, sql`version int`, ...shape], sql`, `)})
    where t.id = v.id and t.version = v.version
    returning t.id, t.version`)
  return new Map(written.map(({ id, version }) => [id, version]))
}
