import { and, eq } from 'drizzle-orm'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import type { Context } from '#app/domain/context.ts'
import { profiles } from '#db/schema/profiles.ts'

import { ANALYTICS_1, PLATFORM_1, PLATFORM_2 } from './profile-texts.ts'
import { of, type Act, type World } from './world.server.ts'

type Text = typeof PLATFORM_1

const propose = (text: Text, ago: number): Act => ({
  ago,
  by: 'tomas',
  run: (ctx, world) => {
    const { line, criteria, summary, reason } = text
    const productLineId = of(world.lines, line)
    return proposeProfile(ctx, { productLineId, summary, reason, criteria: [...criteria] })
  },
})

const approve = (text: Text, by: 'tomas' | 'maren', ago: number): Act => ({
  ago,
  by,
  run: async (ctx, world) => {
    const { id, version } = await openProposal(ctx, world, text)
    await approveProfile(ctx, id, version)
  },
})

async function openProposal(ctx: Context, world: World, { line }: Text) {
  const [profile] = await ctx.db
    .select({ id: profiles.id, version: profiles.version })
    .from(profiles)
    .where(and(eq(profiles.productLineId, of(world.lines, line)), eq(profiles.state, 'proposed')))
  if (!profile) throw new Error('No proposal is open')
  return profile
}

/** Each line has a profile in force; the next one of Platform waits for Customer Success. */
export const PROFILE_ACTS: readonly Act[] = [
  propose(PLATFORM_1, 150.5),
  approve(PLATFORM_1, 'tomas', 150.4),
  approve(PLATFORM_1, 'maren', 148.2),
  propose(ANALYTICS_1, 121.6),
  approve(ANALYTICS_1, 'maren', 119.3),
  approve(ANALYTICS_1, 'tomas', 118.8),
  propose(PLATFORM_2, 4.7),
  approve(PLATFORM_2, 'tomas', 4.6),
]
