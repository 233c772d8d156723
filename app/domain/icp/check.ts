import { fold } from '#app/lib/fold.ts'
import { relativelyEqual, roundSignificant, sum } from '#app/lib/numbers.ts'

import type { Criterion, Test } from './criteria.ts'

const FULL = 100
const TOLERANCE = 1e-9

/** What stands in the way of proposing a profile; `index` is the criterion it belongs beside, null the whole. */
export type ProfileProblem = { index: number | null; message: string }

/** The values that pass a test, as far as they can be compared. */
type Accepted =
  | { is: 'range'; low: number; high: number }
  | { is: 'words'; words: readonly string[] }
  | { is: 'part'; part: string }
  | { is: 'anything' }

function accepted(test: Test): Accepted {
  switch (test.operator) {
    case 'is_one_of':
      return { is: 'words', words: test.operand.map((one) => fold(one.trim())) }
    case 'contains':
      return { is: 'part', part: fold(test.operand.trim()) }
    case 'between':
      return { is: 'range', ...test.operand }
    case 'at_least':
      return { is: 'range', low: test.operand, high: Infinity }
    case 'at_most':
      return { is: 'range', low: -Infinity, high: test.operand }
    case 'is_known':
      return { is: 'anything' }
  }
}

/** Whether no value passes both. False where that cannot be proved. */
function excludeEachOther(a: Accepted, b: Accepted): boolean {
  if (a.is === 'range' && b.is === 'range') return a.high < b.low || b.high < a.low
  if (a.is === 'words' && b.is === 'words') return !a.words.some((one) => b.words.includes(one))
  if (a.is === 'words' && b.is === 'part') return !a.words.some((one) => one.includes(b.part))
  return a.is === 'part' && b.is === 'words' ? excludeEachOther(b, a) : false
}

/** Whether every value that passes `a` passes `b`. False where that cannot be proved. */
function lieWithin(a: Accepted, b: Accepted): boolean {
  if (b.is === 'anything') return true
  if (a.is === 'range' && b.is === 'range') return b.low <= a.low && a.high <= b.high
  if (a.is === 'words' && b.is === 'words') return a.words.every((one) => b.words.includes(one))
  if (a.is === 'words' && b.is === 'part') return a.words.every((one) => one.includes(b.part))
  return a.is === 'part' && b.is === 'part' && a.part.includes(b.part)
}

const sameValues = (a: Accepted, b: Accepted) => lieWithin(a, b) && lieWithin(b, a)

/** What is wrong with a criterion beside an earlier one on the same attribute. */
function clash(one: Criterion, earlier: Criterion): string | null {
  const a = accepted(one)
  const b = accepted(earlier)
  const other = `“${earlier.label}”`
  if (one.kind === earlier.kind) {
    if (sameValues(a, b)) return `It says the same as ${other}.`
    const both = one.kind === 'must_have' && excludeEachOther(a, b)
    return both ? `No account can have both this and ${other}.` : null
  }
  if (one.kind === 'exclusion') {
    return lieWithin(b, a) ? `It excludes every account that meets ${other}.` : null
  }
  if (earlier.kind === 'exclusion') {
    return lieWithin(a, b) ? `${other} excludes every account that meets it.` : null
  }
  return excludeEachOther(a, b) ? `No account can meet both this and ${other}.` : null
}

function pointsProblem(criteria: readonly Criterion[]): ProfileProblem[] {
  const points = criteria.filter(({ kind }) => kind === 'points').map((one) => one.points)
  if (points.length === 0) return [{ index: null, message: 'Give at least one criterion points.' }]
  const total = sum(points)
  if (relativelyEqual(total, FULL, TOLERANCE)) return []
  const shown = roundSignificant(total, 10)
  return [{ index: null, message: `The points add up to ${shown}, not to ${FULL}.` }]
}

/**
 * What keeps a profile from making sense: points that do not add up to 100, a test that nothing passes, and criteria
 * that contradict or repeat each other. Empty when it can be proposed.
 */
export function profileProblems(criteria: readonly Criterion[]): ProfileProblem[] {
  return [
    ...pointsProblem(criteria),
    ...criteria.flatMap((one, index): ProfileProblem[] => {
      if (one.operator === 'between' && one.operand.low > one.operand.high) {
        const { low, high } = one.operand
        return [{ index, message: `Nothing lies between ${low} and ${high}.` }]
      }
      const message = criteria
        .slice(0, index)
        .filter(({ attribute }) => attribute === one.attribute)
        .map((earlier) => clash(one, earlier))
        .find((found) => found !== null)
      return message === undefined ? [] : [{ index, message }]
    }),
  ]
}
