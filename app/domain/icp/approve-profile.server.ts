import { and, eq, ne } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, DomainError } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { SIGNING_TEAMS, type SigningTeam } from '#db/constants.ts'
import { profileApprovals, profiles } from '#db/schema/profiles.ts'

import { readCriteria } from './current-criteria.server.ts'
import { loadStand } from './drift/load-stand.server.ts'
import { takeSnapshot } from './drift/take-snapshot.server.ts'
import { recordEffect } from './record-effect.server.ts'

/**
 * Signs the text of a proposal for the signer's team. With the second team's signature the profile takes effect: it
 * replaces the one in force and the scores are weighed by it.
 * @param version of the text that the signer saw.
 * @param why may be empty.
 * @returns whether it is in force now.
 */
export async function approveProfile(
  ctx: Context,
  profileId: number,
  version: number,
  why = '',
): Promise<{ inForce: boolean }> {
  authorize(ctx, 'profile.approve')
  const team = signingTeam(ctx)
  return inTransaction(ctx, async (ctx) => {
    const [profile] = await ctx.db
      .select({ id: profiles.id, lineId: profiles.productLineId, number: profiles.number })
      .from(profiles)
      .where(
        and(
          eq(profiles.id, profileId),
          eq(profiles.state, 'proposed'),
          eq(profiles.version, version),
        ),
      )
      .for('no key update')
    if (!profile) {
      throw conflict(
        'This proposal was changed or closed since you opened it. Read it again before you approve.',
      )
    }
    const [signed] = await ctx.db
      .insert(profileApprovals)
      .values({ profileId, team, approvedBy: ctx.actor.id, approvedAt: ctx.now, why })
      .onConflictDoNothing()
      .returning({ team: profileApprovals.team })
    if (!signed) throw await alreadySigned(ctx, profileId, team)
    await recordEvent(ctx, {
      name: 'profile.approved',
      subject: ['profile', profileId],
      data: { team, number: profile.number },
    })
    const signatures = await ctx.db
      .select({ team: profileApprovals.team })
      .from(profileApprovals)
      .where(eq(profileApprovals.profileId, profileId))
    const inForce = signatures.length === SIGNING_TEAMS.length
    if (inForce) await putInForce(ctx, profile)
    return { inForce }
  })
}

/** Why a second signature is refused: the team has signed, or the person has, while in the other team. */
async function alreadySigned(ctx: Context, profileId: number, team: SigningTeam) {
  const [ofTeam] = await ctx.db
    .select({ team: profileApprovals.team })
    .from(profileApprovals)
    .where(and(eq(profileApprovals.profileId, profileId), eq(profileApprovals.team, team)))
  return conflict(
    ofTeam
      ? 'Your team has approved this text already.'
      : 'You approved this text for the other team. Two different people sign a profile.',
  )
}

function signingTeam({ actor }: Context): SigningTeam {
  if (actor.team === 'other') {
    throw new DomainError('forbidden', 'Only Customer Success and Product sign the profile.')
  }
  return actor.team
}

async function putInForce(ctx: Context, profile: { id: number; lineId: number }): Promise<void> {
  await recordEffect(ctx, profile.id)
  await ctx.db
    .update(profiles)
    .set({ state: 'superseded', endedAt: ctx.now })
    .where(
      and(
        eq(profiles.productLineId, profile.lineId),
        eq(profiles.state, 'current'),
        ne(profiles.id, profile.id),
      ),
    )
  await ctx.db
    .update(profiles)
    .set({ state: 'current', effectiveAt: ctx.now })
    .where(eq(profiles.id, profile.id))
  const criteria = (await readCriteria(ctx, [profile.id])).get(profile.id) ?? []
  const stand = await loadStand(ctx, { id: profile.id, productLineId: profile.lineId, criteria })
  await takeSnapshot(ctx, profile.id, stand)
  await refreshScores(ctx, 'all')
}
