import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { commentMentions, comments } from '#db/schema/comments.ts'
import { items } from '#db/schema/items.ts'
import { productLines } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { profiles } from '#db/schema/profiles.ts'

const LIMIT = 100

/** Where the person was named in a comment, the newest first. */
export function listMentions(ctx: Context) {
  authorize(ctx, 'read')
  return ctx.db
    .select({
      id: comments.id,
      itemId: items.id,
      itemTitle: items.title,
      profileId: profiles.id,
      profileNumber: profiles.number,
      profileLine: productLines.name,
      body: comments.body,
      at: comments.createdAt,
      by: people.name,
      unread: sql<boolean>`${commentMentions.readAt} is null`,
    })
    .from(commentMentions)
    .innerJoin(comments, eq(comments.id, commentMentions.commentId))
    .leftJoin(items, eq(items.id, comments.itemId))
    .leftJoin(profiles, eq(profiles.id, comments.profileId))
    .leftJoin(productLines, eq(productLines.id, profiles.productLineId))
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(eq(commentMentions.personId, ctx.actor.id))
    .orderBy(desc(comments.id))
    .limit(LIMIT)
}

/** How many of them the person has not read yet. */
export async function countUnreadMentions(ctx: Context): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(commentMentions)
    .where(and(eq(commentMentions.personId, ctx.actor.id), isNull(commentMentions.readAt)))
  return row?.n ?? 0
}

/** Remembers that the person has read the discussion of an item or of a profile. */
export async function markMentionsRead(
  ctx: Context,
  subject: { itemId: number } | { profileId: number },
): Promise<void> {
  const ofSubject = ctx.db
    .select({ id: comments.id })
    .from(comments)
    .where(
      'itemId' in subject
        ? eq(comments.itemId, subject.itemId)
        : eq(comments.profileId, subject.profileId),
    )
  await ctx.db
    .update(commentMentions)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(commentMentions.personId, ctx.actor.id),
        isNull(commentMentions.readAt),
        inArray(commentMentions.commentId, ofSubject),
      ),
    )
}
