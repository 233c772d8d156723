import type { Context } from '#app/domain/context.ts'
import { fromMajor } from '#app/domain/money.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { sum } from '#app/lib/numbers.ts'
import { profileEffects } from '#db/schema/profile-history.ts'

import { bandsGained } from './band-moves.ts'
import { getProfile } from './get-profile.server.ts'
import { previewProfile } from './preview-profile.server.ts'

/**
 * Keeps what a version is about to change, right before it replaces the one in force; in the caller's transaction. The
 * first version of a line changes no band, and nothing is kept. Whoever signs sees revenue.
 */
export async function recordEffect(ctx: Context, profileId: number): Promise<void> {
  const { inForce, moves, ranking } = await previewProfile(ctx, await getProfile(ctx, profileId))
  if (inForce === null) return
  const { baseCurrency: currency } = await getOrganisation(ctx)
  const up = moves.filter((move) => bandsGained(move) > 0).length
  await ctx.db.insert(profileEffects).values({
    profileId,
    accountsUp: up,
    accountsDown: moves.length - up,
    arrMinor: fromMajor(sum(moves.map(({ arr }) => arr ?? 0)), currency).minor,
    currency,
    mostPlaces: ranking.mostPlaces,
  })
}
