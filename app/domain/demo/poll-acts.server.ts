import type { Context } from '#app/domain/context.ts'
import { passes } from '#app/domain/icp/criteria.ts'
import { gatherFacts } from '#app/domain/icp/gather-facts.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { finishPoll, ratePollAccount } from '#app/domain/polls/answer-poll.server.ts'
import { getOwnProgress } from '#app/domain/polls/answer-sheet.server.ts'
import { closePoll } from '#app/domain/polls/close-poll.server.ts'
import { findOpenPoll, getPoll } from '#app/domain/polls/get-poll.server.ts'
import { openPoll } from '#app/domain/polls/open-poll.server.ts'
import { sum } from '#app/lib/numbers.ts'
import { randomOf } from '#app/lib/random.ts'

import type { Clock } from './clock.ts'
import type { StaffKey } from './people.ts'
import { of, type Act, type World } from './world.server.ts'

/** Who is asked, with how each spreads 100 points over industry, size, ERP, sponsor and use without help. */
const OPINIONS = {
  maren: [25, 20, 20, 20, 15],
  selin: [30, 30, 15, 20, 5],
  emre: [35, 10, 25, 25, 5],
  tomas: [10, 15, 45, 10, 20],
  jonas: [15, 25, 30, 5, 25],
  priya: [20, 20, 30, 5, 25],
} as const satisfies Partial<Record<StaffKey, readonly number[]>>
type Asked = keyof typeof OPINIONS
const ASKED: readonly Asked[] = ['maren', 'selin', 'emre', 'tomas', 'jonas', 'priya']

const open = (ago: number, closesOn: string): Act => ({
  ago,
  by: 'maren',
  run: (ctx, world) =>
    openPoll(ctx, {
      productLineId: of(world.lines, 'platform'),
      closesOn,
      people: ASKED.map((key) => of(world.staff, key).id),
    }),
})

/** @param part how much of the accounts is rated; all of them are sent with the points */
const answer = (by: Asked, ago: number, part = 1): Act => ({
  ago,
  by,
  run: async (ctx, world) => {
    const poll = await pollOf(ctx, world)
    const { criteria } = await getProfile(ctx, poll.profileId)
    const weighed = criteria
      .filter(({ kind }) => kind === 'points')
      .map((criterion, i) => ({ ...criterion, points: OPINIONS[by][i] ?? 0 }))
    const progress = await getOwnProgress(ctx, poll.id)
    const ids = progress.map(({ id }) => id)
    const { facts } = await gatherFacts(ctx, ids)
    const random = randomOf(`poll ${poll.number} ${by}`)
    for (const accountId of ids.slice(0, Math.round(ids.length * part))) {
      const met = sum(
        weighed.map((one) => {
          const value = passes(one, facts.get(accountId)?.[one.attribute])
          // Whoever looks at an account sees more of what they hold dear than their points say.
          return one.points ** 2 * (value === null ? 0.5 : Number(value))
        }),
      )
      const share = met / sum(weighed.map((one) => one.points ** 2))
      const rating = Math.round(1 + 4 * share + (random.next() - 0.5) * (poll.number === 1 ? 3 : 1))
      const known = !random.chance(0.04)
      await ratePollAccount(ctx, poll.id, {
        accountId,
        rating: known ? Math.min(5, Math.max(1, rating)) : null,
      })
    }
    if (part < 1) return
    await finishPoll(ctx, poll.id, {
      points: weighed.map(({ id, points }) => ({ criterionId: id, points })),
    })
  },
})

const close = (ago: number): Act => ({
  ago,
  by: 'maren',
  run: async (ctx, world) => closePoll(ctx, (await pollOf(ctx, world)).id),
})

async function pollOf(ctx: Context, world: World) {
  const found = await findOpenPoll(ctx, of(world.lines, 'platform'))
  if (!found) throw new Error('No poll is open')
  return getPoll(ctx, found.id)
}

/** Platform asked both teams twice, and asks again; each time the answers come within a week. */
export function pollActs(clock: Clock): Act[] {
  return [
    open(110, clock.day(-135)),
    ...ASKED.filter((one) => one !== 'emre').map((by, i) => answer(by, 108 - i / 3)),
    close(100),
    open(36, clock.day(-36)),
    ...ASKED.map((by, i) => answer(by, 34 - i / 3)),
    close(28),
    open(3.6, clock.day(10)),
    answer('selin', 2.7),
    answer('jonas', 2.4),
    answer('priya', 1.6, 0.4),
  ]
}
