import { and, eq, inArray, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { findItems as findItemRows } from '#app/domain/items/find-items.server.ts'
import type { Likeness } from '#app/domain/requests/look-alike.ts'
import type { LookAlikes } from '#app/domain/requests/similar.server.ts'
import type { Horizon, ItemStatus } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

export type AlikeItem = {
  id: number
  title: string
  /** Its description, or the words of a request that it has. */
  words: string
  status: ItemStatus
  horizon: Horizon | null
  /** Accounts that ask for it. */
  accounts: number
  /** Null for one that was named or searched for. */
  likeness: Likeness | null
}

const SHOWN = 5

/**
 * The items that look like the request, or that requests like it are linked to, the best first; before them all the one
 * that its submitter named. Customers' words are nearer to each other than to an item's title.
 */
export async function listAlikeItems(
  ctx: Pick<Context, 'db'>,
  alike: LookAlikes,
  namedId: number | null,
): Promise<AlikeItem[]> {
  const found = [
    ...alike.items,
    ...alike.requests.flatMap(({ itemId, ...rest }) =>
      itemId === null ? [] : [{ ...rest, id: itemId }],
    ),
  ].sort((a, b) => b.score - a.score || a.id - b.id)
  const likenessOf = new Map(found.toReversed().map(({ id, likeness }) => [id, likeness]))
  const named = namedId === null ? [] : [namedId]
  const ids = [...new Set([...named, ...found.map(({ id }) => id)])].slice(0, SHOWN)
  const rows = await describeItems(ctx, ids)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row ? [{ ...row, likeness: likenessOf.get(id) ?? null }] : []
  })
}

/** Items by number (`ITEM-17`) or by words of their title, the most similar first. */
export async function findItems(ctx: Pick<Context, 'db'>, text: string): Promise<AlikeItem[]> {
  const ids = (await findItemRows(ctx, text)).map(({ id }) => id)
  const described = await describeItems(ctx, ids)
  return ids.flatMap((id) => {
    const row = described.get(id)
    return row ? [{ ...row, likeness: null }] : []
  })
}

async function describeItems(ctx: Pick<Context, 'db'>, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Omit<AlikeItem, 'likeness'>>()
  const asked = ctx.db
    .select({
      itemId: requests.itemId,
      accounts: sql<number>`count(distinct ${requests.accountId})::int`.as('accounts'),
      words: sql<string>`(array_agg(${requests.body} order by ${requests.id}))[1]`.as('words'),
    })
    .from(requests)
    .where(and(inArray(requests.itemId, [...ids]), eq(requests.state, 'linked')))
    .groupBy(requests.itemId)
    .as('asked')
  const rows = await ctx.db
    .select({
      id: items.id,
      title: items.title,
      description: items.description,
      words: asked.words,
      status: items.status,
      horizon: items.horizon,
      accounts: sql<number>`coalesce(${asked.accounts}, 0)`,
    })
    .from(items)
    .leftJoin(asked, eq(asked.itemId, items.id))
    .where(inArray(items.id, [...ids]))
  return new Map(
    rows.map(({ description, words, ...row }) => [
      row.id,
      { ...row, words: description || words || '' },
    ]),
  )
}
