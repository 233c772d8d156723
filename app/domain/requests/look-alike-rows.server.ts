import { eq } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { items } from '#db/schema/items.ts'

import { findLookAlikes } from './similar.server.ts'

const SHOWN = 5

/**
 * Items and requests like a text in one list for the form: at most five, the best first. A request whose item is in the
 * list says nothing more, and an item chosen before stays in it.
 */
export async function listLookAlikes(ctx: Context, text: string, chosenId?: number) {
  authorize(ctx, 'read')
  const found = await findLookAlikes(ctx, { text })
  const listed = new Set(found.items.map(({ id }) => id))
  const rows = [
    ...found.items.map(({ id, title, shared, likeness, score, status, horizon }) => ({
      ...{ key: `item ${id}`, title, shared, likeness, score, itemId: id },
      item: { id, status, horizon },
      request: null,
    })),
    ...found.requests
      .filter(({ itemId }) => {
        if (itemId === null) return true
        const said = listed.has(itemId)
        listed.add(itemId)
        return !said
      })
      .map(({ id, title, shared, likeness, score, itemId, accountName }) => ({
        ...{ key: `request ${id}`, title, shared, likeness, score, itemId },
        item: null,
        request: { id, accountName },
      })),
  ]
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
  if (chosenId === undefined || rows.some(({ itemId }) => itemId === chosenId)) return rows
  const chosen = await findItem(ctx, chosenId)
  return chosen ? [chosen, ...rows] : rows
}

async function findItem(ctx: Pick<Context, 'db'>, itemId: number) {
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
