import { and, isNotNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { isOneOf } from '#db/batch.ts'
import { requests } from '#db/schema/requests.ts'
import { scoreParts } from '#db/schema/scores.ts'

import { findFamilies } from './families.server.ts'

/** What changed: everything that can move with it is scored again. */
export type RefreshScope = { accountIds?: readonly number[]; itemIds?: readonly number[] } | 'all'

/** What to read, and what of it to write. */
export type Reach = {
  /** Families to read whole. */
  read: number[]
  /** Accounts whose exposures may have changed. */
  accounts: number[]
  /** Items whose score may have changed. */
  items: number[]
}

/**
 * How far a change reaches. The exposures of the changed accounts' families change, and so do all items that share
 * them; to score those exactly, every other exposure they hang on must be read too, but does not change.
 */
export async function reachOf(
  ctx: Pick<Context, 'db'>,
  { accountIds = [], itemIds = [] }: Exclude<RefreshScope, 'all'>,
): Promise<Reach> {
  const accounts = await findFamilies(ctx, [...accountIds, ...(await askersOf(ctx, itemIds))])
  const items = new Set(itemIds)
  if (accounts.length > 0) {
    const named = await ctx.db
      .selectDistinct({ id: requests.itemId })
      .from(requests)
      .where(and(isOneOf(requests.accountId, accounts), isNotNull(requests.itemId)))
    const stored = await ctx.db
      .selectDistinct({ id: scoreParts.itemId })
      .from(scoreParts)
      .where(isOneOf(scoreParts.accountId, accounts))
    for (const { id } of [...named, ...stored]) if (id !== null) items.add(id)
  }
  const further = await findFamilies(ctx, await askersOf(ctx, [...items]))
  return { accounts, items: [...items], read: [...new Set([...accounts, ...further])] }
}

/** Accounts with a request that one of the items answers, or any item. */
export async function askersOf(
  ctx: Pick<Context, 'db'>,
  itemIds: readonly number[] | 'all',
): Promise<number[]> {
  if (itemIds.length === 0) return []
  const rows = await ctx.db
    .selectDistinct({ id: requests.accountId })
    .from(requests)
    .where(itemIds === 'all' ? isNotNull(requests.itemId) : isOneOf(requests.itemId, itemIds))
  return rows.map((row) => row.id)
}

/** Most accounts, and contracts and opportunities, that a slice begins with; whole families can be more. */
const SLICE = { accounts: 500, exposures: 2_000 }

/** All accounts but the given ones, in slices of whole families; `except` are whole families too. */
export async function* familySlices(
  ctx: Pick<Context, 'db'>,
  except: readonly number[],
): AsyncGenerator<number[]> {
  const done = new Set(except)
  for (let after = 0; ;) {
    const rows = await ctx.db.execute<{ id: number }>(sql`
      select id from (
        select id, row_number() over (order by id) as place, sum(
          (select count(*) from contracts where account_id = next.id)
          + (select count(*) from opportunities where account_id = next.id)
        ) over (order by id) as exposures
        from (select id from accounts where id > ${after} order by id limit ${SLICE.accounts}) as next
      ) as counted
      where place = 1 or exposures <= ${SLICE.exposures}
      order by id`)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const fresh = rows.flatMap(({ id }) => (done.has(id) ? [] : id))
    const slice = await findFamilies(ctx, fresh)
    for (const id of slice) done.add(id)
    if (slice.length > 0) yield slice
  }
}
