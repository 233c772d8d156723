import { asc, desc, eq, inArray } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { commentMentions, comments } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'

import type { Comment } from './item-page.ts'
import { splitMentions } from './mentions.ts'

const LIMIT = 300

/** The discussion of an item, oldest first: the latest 300 comments. */
export async function listComments(ctx: Context, itemId: number): Promise<Comment[]> {
  authorize(ctx, 'read')
  const rows = await ctx.db
    .select({
      id: comments.id,
      at: comments.createdAt,
      by: people.name,
      team: people.team,
      body: comments.body,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(eq(comments.itemId, itemId))
    .orderBy(desc(comments.id))
    .limit(LIMIT)
  const ids = rows.map(({ id }) => id)
  const named = ids.length
    ? await ctx.db
        .select({ commentId: commentMentions.commentId, id: people.id, name: people.name })
        .from(commentMentions)
        .innerJoin(people, eq(people.id, commentMentions.personId))
        .where(inArray(commentMentions.commentId, ids))
        .orderBy(asc(people.id))
    : []
  const byComment = groupBy(named, ({ commentId }) => commentId)
  return rows
    .map(({ body, ...row }) => ({
      ...row,
      pieces: splitMentions(body, byComment.get(row.id) ?? []),
    }))
    .reverse()
}
