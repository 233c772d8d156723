import { eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { listActivePeople } from '#app/domain/people/list-people.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { commentMentions, comments, items } from '#db/schema/items.ts'

import { mergedAway } from './item-records.server.ts'
import { mentionedIn } from './mentions.ts'

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
    const [comment] = await tx.db
      .insert(comments)
      .values({ itemId, authorId: tx.actor.id, body, createdAt: tx.now })
      .returning({ id: comments.id })
    if (!comment) throw new Error('The comment was not written')
    const named = mentionedIn(body, await listActivePeople(tx))
    const told = named.filter((personId) => personId !== tx.actor.id)
    if (told.length > 0) {
      await tx.db
        .insert(commentMentions)
        .values(told.map((personId) => ({ commentId: comment.id, personId })))
    }
    await recordEvent(tx, {
      name: 'item.commented',
      subject: ['item', itemId],
      data: { commentId: comment.id, mentions: told.length },
    })
    return { commentId: comment.id }
  })
}
