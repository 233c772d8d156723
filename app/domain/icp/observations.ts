import { passes, type Test } from './criteria.ts'
import type { Facts } from './facts.ts'
import type { Counts } from './evidence.ts'

/** An account that turned out good or bad, and what it was like early on. */
export type Observation = { good: boolean; facts: Facts }

/** So many accounts pass and so many do not, or nothing is tested. */
export const LEAST_SIDE = 5

/** How many turned out good and bad. */
export function tally(observations: readonly Observation[]): { good: number; bad: number } {
  const good = observations.filter((one) => one.good).length
  return { good, bad: observations.length - good }
}

/** Whether an account passed a test early on; null where that was not known or not recorded. */
export function passedBy(test: Test, facts: Facts): boolean | null {
  const value = facts[test.attribute]
  return value === undefined ? null : passes(test, value)
}

/** A test held against the accounts. */
export type Examined = {
  test: Test
  counts: Counts
  /** Accounts on which the attribute was not recorded early enough. */
  unrecorded: number
  /** The same for two tests that part the accounts alike. */
  split: string
}

/** Holds a test against the accounts. */
export function examine(observations: readonly Observation[], test: Test): Examined {
  const counts = { goodWith: 0, badWith: 0, good: 0, bad: 0 }
  const answers = observations.map(({ good, facts }) => {
    const passed = passedBy(test, facts)
    if (passed !== null) counts[good ? 'good' : 'bad'] += 1
    if (passed) counts[good ? 'goodWith' : 'badWith'] += 1
    return passed
  })
  const first = answers.find((answer) => answer !== null)
  const split = answers.map((answer) => (answer === null ? '?' : Number(answer === first))).join('')
  const unrecorded = observations.filter(({ facts }) => facts[test.attribute] === undefined).length
  return { test, counts, unrecorded, split }
}

/** Whether enough accounts pass and enough do not, whatever became of them. */
export function isTestable({ goodWith, badWith, good, bad }: Counts): boolean {
  const passing = goodWith + badWith
  return passing >= LEAST_SIDE && good + bad - passing >= LEAST_SIDE
}
