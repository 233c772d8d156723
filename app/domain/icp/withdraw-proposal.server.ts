import { and, eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { profiles } from '#db/schema/profiles.ts'

/** Closes a proposal that nobody wants any more; it stays readable. @param version of the text that was seen. */
export async function withdrawProposal(
  ctx: Context,
  profileId: number,
  version: number,
): Promise<void> {
  authorize(ctx, 'profile.propose')
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(profiles)
      .set({ state: 'withdrawn', endedAt: ctx.now, version: version + 1 })
      .where(
        and(
          eq(profiles.id, profileId),
          eq(profiles.state, 'proposed'),
          eq(profiles.version, version),
        ),
      )
      .returning({ id: profiles.id })
    if (!row) throw conflict('This proposal was changed or closed since you opened it.')
    await recordEvent(ctx, { name: 'profile.withdrawn', subject: ['profile', profileId] })
  })
}
