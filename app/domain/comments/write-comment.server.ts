import type { Context } from '#app/domain/context.ts'
import { listActivePeople } from '#app/domain/people/list-people.server.ts'
import { commentMentions, comments } from '#db/schema/comments.ts'

import { mentionedIn } from './mentions.ts'

/** What a comment is about, as it is kept beside it. */
type Place =
  | { itemId: number }
  | {
      profileId: number
      textVersion: number
      criterionKey: string | null
      criterionLabel: string | null
    }

/** Keeps a comment and tells the people that it names with `@Name`, the author apart; within a command's transaction. */
export async function writeComment(
  ctx: Context,
  place: Place,
  body: string,
): Promise<{ commentId: number; mentions: number }> {
  const [comment] = await ctx.db
    .insert(comments)
    .values({ ...place, authorId: ctx.actor.id, body, createdAt: ctx.now })
    .returning({ id: comments.id })
  if (!comment) throw new Error('The comment was not written')
  const named = mentionedIn(body, await listActivePeople(ctx))
  const told = named.filter((personId) => personId !== ctx.actor.id)
  if (told.length > 0) {
    await ctx.db
      .insert(commentMentions)
      .values(told.map((personId) => ({ commentId: comment.id, personId })))
  }
  return { commentId: comment.id, mentions: told.length }
}
