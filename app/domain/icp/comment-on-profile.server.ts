import { and, eq } from 'drizzle-orm'

import { writeComment } from '#app/domain/comments/write-comment.server.ts'
import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { profileCriteria, profiles } from '#db/schema/profiles.ts'

import type { CommentOnProfile } from './schemas.ts'

/**
 * Writes a comment on a version of a profile, or on one criterion of it, and tells the people that it names.
 * @throws forbidden, not_found, conflict (the criterion is no longer there)
 */
export async function commentOnProfile(
  ctx: Context,
  profileId: number,
  { criterion, version, body }: CommentOnProfile,
): Promise<{ commentId: number }> {
  authorize(ctx, 'profile.comment')
  return inTransaction(ctx, async (ctx) => {
    const [profile] = await ctx.db
      .select({ number: profiles.number, version: profiles.version })
      .from(profiles)
      .where(eq(profiles.id, profileId))
      .for('share')
    if (!profile) throw notFound('The profile')
    const { commentId, mentions } = await writeComment(
      ctx,
      {
        profileId,
        textVersion: Math.min(version, profile.version),
        criterionKey: criterion ?? null,
        criterionLabel: criterion ? await labelOf(ctx, profileId, criterion) : null,
      },
      body,
    )
    await recordEvent(ctx, {
      name: 'profile.commented',
      subject: ['profile', profileId],
      data: { commentId, mentions, number: profile.number },
    })
    return { commentId }
  })
}

async function labelOf(ctx: Context, profileId: number, key: string): Promise<string> {
  const [row] = await ctx.db
    .select({ label: profileCriteria.label })
    .from(profileCriteria)
    .where(and(eq(profileCriteria.profileId, profileId), eq(profileCriteria.key, key)))
  if (!row) {
    throw conflict(
      'This criterion was taken out since you opened the page. Nothing is lost: choose another, or the whole profile.',
    )
  }
  return row.label
}
