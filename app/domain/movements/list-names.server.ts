import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { isOneOf } from '#db/batch.ts'
import { accounts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

/** What the kept facts name by numbers, by its names of today; what is gone has none. */
export async function listNames(
  { db }: Pick<Context, 'db'>,
  ids: { accounts: readonly number[]; items: readonly number[]; requests: readonly number[] },
) {
  const read = async (
    table: PgTable,
    columns: { id: PgColumn; name: PgColumn },
    wanted: readonly number[],
  ): Promise<Map<number, string>> => {
    if (wanted.length === 0) return new Map()
    const rows = await db
      .select({ id: columns.id, name: columns.name })
      .from(table)
      .where(isOneOf(columns.id, wanted))
    return new Map(rows.map(({ id, name }) => [Number(id), String(name)]))
  }
  return {
    accounts: await read(accounts, { id: accounts.id, name: accounts.name }, ids.accounts),
    items: await read(items, { id: items.id, name: items.title }, ids.items),
    requests: await read(requests, { id: requests.id, name: requests.title }, ids.requests),
  }
}

export type Names = Awaited<ReturnType<typeof listNames>>
