import { asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { commentMentions, comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/people.ts'

import type { Comment, ProfileComment } from './comment.ts'
import { splitMentions } from './mentions.ts'

const LIMIT = 300

/** The discussion of an item, oldest first: the latest 300 comments. */
export async function listComments(ctx: Context, itemId: number): Promise<Comment[]> {
  const rows = await readComments(ctx, eq(comments.itemId, itemId))
  return rows.map(({ id, at, by, team, pieces }) => ({ id, at, by, team, pieces }))
}

/** The discussion of a version of a profile, oldest first: the latest 300 comments. */
export async function listProfileComments(
  ctx: Context,
  profileId: number,
): Promise<ProfileComment[]> {
  const rows = await readComments(ctx, eq(comments.profileId, profileId))
  return rows.flatMap(({ textVersion, ...row }) =>
    textVersion === null ? [] : [{ ...row, textVersion }],
  )
}

async function readComments(ctx: Context, which: SQL) {
  authorize(ctx, 'read')
  const rows = await ctx.db
    .select({
      id: comments.id,
      at: comments.createdAt,
      by: people.name,
      team: people.team,
      body: comments.body,
      textVersion: comments.textVersion,
      criterionKey: comments.criterionKey,
      criterionLabel: comments.criterionLabel,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(which)
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

/** How many comments are about each criterion of a version, by its key; about the whole under null. */
export async function countProfileComments(
  { db }: Pick<Context, 'db'>,
  profileId: number,
): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ key: comments.criterionKey, n: count() })
    .from(comments)
    .where(eq(comments.profileId, profileId))
    .groupBy(comments.criterionKey)
  return new Map(rows.map(({ key, n }) => [key, n]))
}
