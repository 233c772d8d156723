import { eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { items } from '#db/schema/items.ts'

/**
 * The item itself, or the one that it was merged into in the end; null when there is none.
 * It cannot be merged away until the transaction ends, so that a request put on it now is not left behind.
 */
export async function followMerges(
  ctx: Pick<Context, 'db'>,
  itemId: number,
): Promise<number | null> {
  const [item] = await ctx.db
    .select({ id: items.id, mergedIntoId: items.mergedIntoId })
    .from(items)
    .where(eq(items.id, itemId))
    .for('share')
  if (!item) return null
  return item.mergedIntoId === null ? item.id : followMerges(ctx, item.mergedIntoId)
}
