import type { Random } from '#app/lib/random.ts'
import { IMPORTANCES, type Importance } from '#db/constants.ts'

import type { Course, RequestPlan, Views } from './request-plan.ts'

/** How an item left the backlog, and when. */
export type End = { as: 'shipped' | 'declined'; ago: number }

type Told = { ago: number; importance: Importance; course: Course }

const REASONS = [
  'We read their message together: it slows them down, nothing stops.',
  'They told both of us on the call that the renewal does not hang on it.',
  'A workaround is in place since last month.',
  'Two sites stand still because of it, so it is more than we thought.',
] as const

/** Where Product sees an importance differently, and where a manager settled it. */
export function planViews(random: Random, { importance, course }: Told): Views {
  const none = { product: null, settled: null }
  if (course.kind !== 'item' || course.ago < 3) return none
  const grave = importance === 'blocker' || importance === 'critical'
  if (!random.chance(grave ? 0.17 : 0.03)) return none
  const rank = IMPORTANCES.indexOf(importance)
  const other = IMPORTANCES[grave ? rank + 1 : Math.max(0, rank - 1)] ?? importance
  const product = { ago: course.ago - 0.02, importance: other }
  if (!random.chance(0.25)) return { product, settled: null }
  const by = random.pick(['maren', 'tomas'] as const)
  const settled = { ago: course.ago * 0.8, importance: other, reason: random.pick(REASONS), by }
  return { product, settled }
}

/** What the CSM says later: that the claim still holds, that a no is accepted, that it is solved or not. */
export function planOutcome(
  random: Random,
  { ago, importance, course, end }: Told & { end: End | null },
): Pick<RequestPlan, 'confirmedAgo' | 'outcome'> {
  const nothing = { confirmedAgo: null, outcome: null }
  if (course.kind === 'decline' || course.kind === 'refused_change') {
    if (!random.chance(0.5)) return nothing
    const outcome = { ago: course.ago * (0.3 + 0.5 * random.next()), says: 'accepted' as const }
    return { ...nothing, outcome }
  }
  if (course.kind !== 'item') return nothing
  if (end !== null) {
    if (!random.chance(0.7)) return nothing
    const solved = random.chance(0.85) ? ('solved' as const) : ('not_solved' as const)
    const says = end.as === 'declined' ? ('accepted' as const) : solved
    return { ...nothing, outcome: { ago: end.ago * (0.2 + 0.6 * random.next()), says } }
  }
  const grave = importance === 'blocker' || importance === 'critical'
  if (!grave || ago < 50 || !random.chance(0.6)) return nothing
  return { ...nothing, confirmedAgo: 2 + random.next() * 38 }
}
