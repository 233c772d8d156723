import { and, eq, notExists } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { lockScores } from '#app/domain/scoring/refresh.server.ts'
import { comments } from '#db/schema/comments.ts'
import { itemDecisions, items } from '#db/schema/items.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'
import { itemScores, scoreHistory, scoreParts } from '#db/schema/scores.ts'

/**
 * Takes an item away that was just made by a decision now undone.
 * It stays when anybody has built on it: another request, a comment, an edit, a change of status.
 */
export async function discardItem(ctx: Context, itemId: number): Promise<void> {
  const one = (table: typeof requests | typeof comments | typeof itemDecisions) =>
    ctx.db.select({ id: table.id }).from(table).where(eq(table.itemId, itemId))
  await ctx.db.select({ id: items.id }).from(items).where(eq(items.id, itemId)).for('no key update')
  await lockScores(ctx)
  const [untouched] = await ctx.db
    .select({ id: items.id })
    .from(items)
    .where(
      and(
        eq(items.id, itemId),
        eq(items.version, 1),
        notExists(one(requests)),
        notExists(one(comments)),
        notExists(one(itemDecisions)),
      ),
    )
  if (!untouched) return
  await ctx.db
    .update(requestDecisions)
    .set({ itemId: null })
    .where(eq(requestDecisions.itemId, itemId))
  await ctx.db.delete(scoreParts).where(eq(scoreParts.itemId, itemId))
  await ctx.db.delete(itemScores).where(eq(itemScores.itemId, itemId))
  await ctx.db.delete(scoreHistory).where(eq(scoreHistory.itemId, itemId))
  await ctx.db.delete(items).where(eq(items.id, itemId))
}
