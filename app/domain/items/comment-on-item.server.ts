import { eq } from 'drizzle-orm'

import { writeComment } from '#app/domain/comments/write-comment.server.ts'
import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { items } from '#db/schema/items.ts'

import { mergedAway } from './item-records.server.ts'

/**
 * Writes a comment on an item and tells the people that it names with `@Name`, the author apart.
 * @throws forbidden, not_found, conflict (merged away)
 */
export async function commentOnItem(
  ctx: Context,
  { itemId, body }: { itemId: number; body: string },
): Promise<{ commentId: number }> {
  authorize(ctx, 'item.comment')
  return inTransaction(ctx, async (tx) => {
    const [item] = await tx.db
      .select({ mergedIntoId: items.mergedIntoId })
      .from(items)
      .where(eq(items.id, itemId))
      .for('share')
    if (!item) throw notFound(itemKey(itemId))
    if (item.mergedIntoId !== null) throw mergedAway(itemId, item.mergedIntoId)
    const { commentId, mentions } = await writeComment(tx, { itemId }, body)
    await recordEvent(tx, {
      name: 'item.commented',
      subject: ['item', itemId],
      data: { commentId, mentions },
    })
    return { commentId }
  })
}
