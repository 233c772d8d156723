import { eq } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { items } from '#db/schema/items.ts'

import { arrangeLookAlikes, type LookAlikeRow } from './look-alike-row.ts'
import { findLookAlikes } from './similar.server.ts'

/** What is like a text, as the form shows it; an item chosen before stays in the list. */
export async function listLookAlikes(
  ctx: Context,
  text: string,
  chosenId?: number,
): Promise<LookAlikeRow[]> {
  authorize(ctx, 'read')
  const found = await findLookAlikes(ctx, { text })
  const rows = arrangeLookAlikes([
    ...found.items.map(({ id, title, shared, likeness, score, status, horizon }) => ({
      ...{ key: `item ${id}`, title, shared, likeness, score, itemId: id },
      item: { id, status, horizon },
      request: null,
    })),
    ...found.requests.map(({ id, title, shared, likeness, score, itemId, accountName }) => ({
      ...{ key: `request ${id}`, title, shared, likeness, score, itemId },
      item: null,
      request: { id, accountName },
    })),
  ])
  if (chosenId === undefined || rows.some(({ itemId }) => itemId === chosenId)) return rows
  const chosen = await findItem(ctx, chosenId)
  return chosen ? [chosen, ...rows] : rows
}

async function findItem(ctx: Pick<Context, 'db'>, itemId: number): Promise<LookAlikeRow | null> {
  const [item] = await ctx.db
    .select({ id: items.id, title: items.title, status: items.status, horizon: items.horizon })
    .from(items)
    .where(eq(items.id, itemId))
  if (!item) return null
  const { title, ...rest } = item
  return {
    ...{ key: `item ${item.id}`, title, shared: [], likeness: null, score: 0, itemId: item.id },
    item: rest,
    request: null,
  }
}
