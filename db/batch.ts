import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

import type { Executor } from './client.ts'

/** Numbers for `count` records that are about to be stored, ascending. */
export async function nextIds(db: Executor, table: PgTable, count: number): Promise<number[]> {
  const name = getTableName(table)
  const rows = await db.execute<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence(${name}, 'id'))::int as id from generate_series(1, ${count})`)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** Whether a column holds one of the numbers: a single parameter for any count of them, where `inArray` ends at 65,000. */
export function isOneOf(column: PgColumn, numbers: readonly number[]): SQL {
  return sql`${column} = any(${sql.param([...numbers])}::int[])`
}

type Columns<T extends PgTable> = readonly (keyof T['_']['columns'] & string)[]

/** Stores many rows with one statement and one parameter, several times as fast as a parameter a cell. */
export async function insertRows<T extends PgTable>(
  db: Executor,
  table: T,
  columns: Columns<T>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return
  const taken = columnsOf(table, columns)
  const names = taken.map(({ name }) => name)
  const keys = taken.map(({ key }) => sql`v.${sql.identifier(key)}`)
  await db.execute(sql`
    insert into ${table} (${sql.join(names, sql`, `)})
    select ${sql.join(keys, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(${shapeOf(taken)})`)
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
  columns: Columns<T>,
  rows: readonly (Readonly<Record<string, unknown>> & { id: number; version: number })[],
  now: Date,
): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map()
  const taken = columnsOf(table, columns)
  const set = taken.map(({ key, name }) => sql`${name} = v.${sql.identifier(key)}`)
  const written = await db.execute<{ id: number; version: number }>(sql`
    update ${table} as t
    set ${sql.join([...set, sql`version = t.version + 1`], sql`, `)},
        updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(id int, version int, ${shapeOf(taken)})
    where t.id = v.id and t.version = v.version
    returning t.id, t.version`)
  return new Map(written.map(({ id, version }) => [id, version]))
}

function columnsOf<T extends PgTable>(table: T, columns: Columns<T>) {
  const known = getTableColumns(table)
  return columns.map((key) => {
    const column = known[key]
    if (!column) throw new Error(`${getTableName(table)} has no column ${key}`)
    return { key, name: sql.identifier(column.name), type: sql.raw(column.getSQLType()) }
  })
}

function shapeOf(taken: ReturnType<typeof columnsOf>) {
  const shape = taken.map(({ key, type }) => sql`${sql.identifier(key)} ${type}`)
  return sql.join(shape, sql`, `)
}
