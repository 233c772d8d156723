import { and, inArray, isNotNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
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
      .where(and(inArray(requests.accountId, accounts), isNotNull(requests.itemId)))
    const stored = await ctx.db
      .selectDistinct({ id: scoreParts.itemId })
      .from(scoreParts)
      .where(inArray(scoreParts.accountId, accounts))
    for (const { id } of [...named, ...stored]) if (id !== null) items.add(id)
  }
  const further = await findFamilies(ctx, await askersOf(ctx, [...items]))
  return { accounts, items: [...items], read: [...new Set([...accounts, ...further])] }
}

async function askersOf(ctx: Pick<Context, 'db'>, itemIds: readonly number[]): Promise<number[]> {
  if (itemIds.length === 0) return []
  const rows = await ctx.db
    .selectDistinct({ id: requests.accountId })
    .from(requests)
    .where(inArray(requests.itemId, [...itemIds]))
  return rows.map((row) => row.id)
}
