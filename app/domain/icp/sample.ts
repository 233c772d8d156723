import type { AccountOutcome } from './account-outcome.ts'
import type { Facts } from './facts.ts'
import type { Observation } from './observations.ts'

/** An account that was decided about: how it turned out, and what it was like early on. */
export type AccountCourse = {
  outcome: AccountOutcome
  /** Null where it was not on record by then. */
  facts: Facts | null
}

/** The accounts that evidence rests on, and why the others are left out. */
export type Sample = {
  observations: Observation[]
  /** Turned out good or bad, but were not on record early on. */
  unrecorded: number
  /** Pay between 90 and 100 % of what they paid. */
  between: number
  /** Pay as much or more, but have not renewed anything. */
  notRenewed: number
  /** Were decided about, but what they paid or pay is not known. */
  unknownAmount: number
}

/** Parts the accounts that were decided about. */
export function sampleOf(courses: readonly AccountCourse[]): Sample {
  const decided = courses.filter(({ outcome }) => outcome.good !== null)
  const observations = decided.flatMap(({ outcome, facts }) =>
    outcome.good === null || facts === null ? [] : [{ good: outcome.good, facts }],
  )
  const neither = courses.filter(({ outcome }) => outcome.good === null)
  const revenues = neither.flatMap(({ outcome }) => outcome.revenue ?? [])
  const between = revenues.filter(({ now, before }) => now < before).length
  return {
    observations,
    unrecorded: decided.length - observations.length,
    between,
    notRenewed: revenues.length - between,
    unknownAmount: neither.length - revenues.length,
  }
}
