import { and, eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import type { ClosingKind } from '#db/constants.ts'
import { profileClosings, profiles } from '#db/schema/profiles.ts'

/**
 * Closes a proposal that nobody wants any more; it stays readable.
 * @param version of the text that was seen.
 * @param reason may be empty.
 */
export async function withdrawProposal(
  ctx: Context,
  profileId: number,
  version: number,
  reason = '',
): Promise<void> {
  authorize(ctx, 'profile.propose')
  await closeProposal(ctx, 'withdrawn', { profileId, version, reason })
}

/**
 * Says no to a proposal for good, and why; it stays readable. Throws invalid without a reason.
 * @param version of the text that was seen.
 */
export async function rejectProposal(
  ctx: Context,
  profileId: number,
  version: number,
  reason: string,
): Promise<void> {
  authorize(ctx, 'profile.approve')
  if (reason.trim() === '') throw invalid('Say why it is rejected.', 'reason')
  await closeProposal(ctx, 'rejected', { profileId, version, reason })
}

/** Ends the open proposal and keeps who, when and why beside it. */
async function closeProposal(
  ctx: Context,
  kind: ClosingKind,
  { profileId, version, reason }: { profileId: number; version: number; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(profiles)
      .set({ state: kind, endedAt: ctx.now, version: version + 1 })
      .where(
        and(
          eq(profiles.id, profileId),
          eq(profiles.state, 'proposed'),
          eq(profiles.version, version),
        ),
      )
      .returning({ number: profiles.number })
    if (!row) throw conflict('This proposal was changed or closed since you opened it.')
    await ctx.db
      .insert(profileClosings)
      .values({ profileId, kind, reason, closedBy: ctx.actor.id, closedAt: ctx.now })
    await recordEvent(ctx, {
      name: `profile.${kind}`,
      subject: ['profile', profileId],
      data: { number: row.number },
    })
  })
}
