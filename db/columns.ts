import { sql } from 'drizzle-orm'
import { bigint, check, customType, integer, text, timestamp } from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** Identity primary key; the number people see (`REQ-142`) where the record has one. */
export const id = () => integer('id').primaryKey().generatedAlwaysAsIdentity()

/** Moment in time, with zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const createdAt = () => moment('created_at').notNull().defaultNow()

/** Counts writes; a conditional update on it tells the loser of a race. */
export const version = () => integer('version').notNull().default(1)

/** Money at rest: integer minor units (ISO exponent). Safe as a number up to 9·10¹⁵. */
export const minor = (name: string) => bigint(name, { mode: 'number' })

/** ISO 4217 code. */
export const currency = (name = 'currency') => text(name)

/** Raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** Check constraint: the column holds one of the listed values (or null where it may). */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list = sql.raw(values.map((value) => `'${value}'`).join(', '))
  return check(name, sql`${column} in (${list})`)
}
