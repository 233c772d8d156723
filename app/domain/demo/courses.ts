import type { Random } from '#app/lib/random.ts'
import type { Importance, RequestType } from '#db/constants.ts'

import type { AccountPlan } from './account-plan.ts'
import { priceIn } from './contracts.ts'
import { ASK_BACKS } from './questions.ts'
import { COMMERCIAL_WORDS } from './refusals.ts'
import type { Course } from './request-plan.ts'
import type { Theme } from './theme.ts'

/** Working days that triage takes, at least and at most. Most are within the targets, some are not. */
const DELAYS: Readonly<Record<Importance, readonly [number, number]>> = {
  blocker: [0.2, 1.2],
  critical: [0.3, 2.4],
  major: [0.5, 5.8],
  minor: [1, 10.5],
}

/** A moment `delay` working days after `ago`, but in any case before `floor`. */
const after = (ago: number, delay: number, floor: number) =>
  ago - Math.min(delay, (ago - floor) * 0.7)

type Asking = {
  ago: number
  type: RequestType
  importance: Importance
  account: AccountPlan
  theme: Theme
  /** When the item leaves the backlog. */
  end: number
  /** The item is made of this request. */
  makes: boolean
}

/** The way of a request into an item of the backlog. */
export function planCourse(random: Random, asking: Asking): Course {
  const { ago, type, importance, theme, makes } = asking
  const floor = makes ? theme.since : asking.end + 0.05
  const [least, most] = DELAYS[importance]
  const first = after(ago, least + (most - least) * random.next() ** 1.5, floor)
  const base = { kind: 'item' as const, theme: theme.key }
  if (type === 'change_request') {
    const decided = after(first, 0.5 + 3 * random.next(), floor)
    const paid = random.chance(0.4)
    const currency = asking.account.contracts[0]?.currency ?? 'EUR'
    return {
      ...base,
      how: makes ? 'new_item' : 'link',
      ago: makes ? theme.since : after(decided, 0.1 + random.next(), floor),
      asked: null,
      commercial: {
        askAgo: first,
        ask: random.pick(COMMERCIAL_WORDS.ask),
        ago: decided,
        words: random.pick(COMMERCIAL_WORDS.yes),
        amount: paid ? { amount: priceIn(currency, random.int(3, 28) * 1000), currency } : null,
      },
    }
  }
  if (makes) return { ...base, how: 'new_item', ago: theme.since, asked: null, commercial: null }
  const urgent = importance === 'blocker' || importance === 'critical'
  if (type === 'bug' && urgent) {
    return { ...base, how: 'fast_lane', ago: first, asked: null, commercial: null }
  }
  if (random.chance(0.06)) {
    const replyAgo = after(first, 0.5 + 3 * random.next(), floor)
    const asked = { ago: first, replyAgo, ...random.pick(ASK_BACKS) }
    const linked = after(replyAgo, 0.2 + random.next(), floor)
    return { ...base, how: 'link', ago: linked, asked, commercial: null }
  }
  const how = random.chance(0.18) ? ('same_as' as const) : ('link' as const)
  return { ...base, how, ago: first, asked: null, commercial: null }
}
