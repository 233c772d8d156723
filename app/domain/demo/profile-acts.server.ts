import { and, eq } from 'drizzle-orm'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { rejectProposal } from '#app/domain/icp/close-proposal.server.ts'
import { commentOnProfile } from '#app/domain/icp/comment-on-profile.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import type { Context } from '#app/domain/context.ts'
import { profiles } from '#db/schema/profiles.ts'

import type { StaffKey } from './people.ts'
import { ANALYTICS_1, ANALYTICS_2, PLATFORM_1, PLATFORM_2 } from './profile-texts.ts'
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

const reject = (text: Text, by: 'tomas' | 'maren', ago: number, reason: string): Act => ({
  ago,
  by,
  run: async (ctx, world) => {
    const { id, version } = await openProposal(ctx, world, text)
    await rejectProposal(ctx, id, version, reason)
  },
})

/** On the criterion of that name, or on the whole. */
const comment = (text: Text, by: StaffKey, ago: number, on: string | null, body: string): Act => ({
  ago,
  by,
  run: async (ctx, world) => {
    const { id, version } = await openProposal(ctx, world, text)
    const { criteria } = await getProfile(ctx, id)
    const criterion = criteria.find(({ label }) => label === on)?.key
    await commentOnProfile(ctx, id, { version, criterion, body })
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
  comment(
    PLATFORM_2,
    'selin',
    3.6,
    'Industry',
    'Two of my retail accounts have no stores of their own. Do they count? @Tomás Herrera',
  ),
  comment(
    PLATFORM_2,
    'tomas',
    3.4,
    'Industry',
    'They do for now. If they renew worse, the evidence will say so before version 3.',
  ),
  propose(ANALYTICS_2, 3.2),
  comment(
    ANALYTICS_2,
    'grace',
    2.9,
    'Size',
    'Of the accounts below 400 people, four use the dashboards every week.',
  ),
  reject(
    ANALYTICS_2,
    'maren',
    2.3,
    'Six renewals are too few to raise the bar on. Propose it again after the autumn renewals.',
  ),
]
