import { fold } from '#app/lib/fold.ts'

import type { Bound, Test } from './criteria.ts'

/** The values that pass a test, as far as they can be compared; a day is a number too. */
export type Accepted =
  | { is: 'range'; low: number; high: number }
  | { is: 'words'; words: readonly string[] }
  | { is: 'part'; part: string }
  | { is: 'anything' }

const size = (bound: Bound) => (typeof bound === 'number' ? bound : Date.parse(bound))

/** The values that pass a test. */
export function accepted(test: Test): Accepted {
  switch (test.operator) {
    case 'is_one_of':
      return { is: 'words', words: test.operand.map((one) => fold(one.trim())) }
    case 'contains':
      return { is: 'part', part: fold(test.operand.trim()) }
    case 'between':
      return { is: 'range', low: size(test.operand.low), high: size(test.operand.high) }
    case 'at_least':
      return { is: 'range', low: size(test.operand), high: Infinity }
    case 'at_most':
      return { is: 'range', low: -Infinity, high: size(test.operand) }
    case 'is_known':
      return { is: 'anything' }
  }
}

/** The values that pass both; null for none. Where that cannot be written down, those that pass the first. */
export function both(a: Accepted, b: Accepted): Accepted | null {
  if (a.is === 'anything') return b
  if (a.is === 'range' && b.is === 'range') {
    const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)]
    return low <= high ? { is: 'range', low, high } : null
  }
  if (a.is === 'part' && b.is === 'words') return both(b, a)
  if (a.is === 'words') return kept(a.words, (word) => passes(word, b))
  return a
}

/** The values of `a` that are none of `b`; null for none. Where that cannot be written down, those of `a`. */
export function without(a: Accepted, b: Accepted): Accepted | null {
  if (lieWithin(a, b)) return null
  if (a.is === 'words') return kept(a.words, (word) => !passes(word, b))
  if (a.is !== 'range' || b.is !== 'range') return a
  // What is left may be two pieces; then all of it stays, which proves nothing wrong.
  if (b.low <= a.low && b.high >= a.low) return { ...a, low: b.high }
  if (b.high >= a.high && b.low <= a.high) return { ...a, high: b.low }
  return a
}

function passes(word: string, test: Accepted): boolean {
  if (test.is === 'words') return test.words.includes(word)
  return test.is === 'part' ? word.includes(test.part) : true
}

function kept(words: readonly string[], keep: (word: string) => boolean): Accepted | null {
  const left = words.filter(keep)
  return left.length > 0 ? { is: 'words', words: left } : null
}

/** Whether every value that passes `a` passes `b`. False where that cannot be proved. */
export function lieWithin(a: Accepted, b: Accepted): boolean {
  if (b.is === 'anything') return true
  if (a.is === 'range' && b.is === 'range') return b.low <= a.low && a.high <= b.high
  if (a.is === 'words') return b.is !== 'range' && a.words.every((word) => passes(word, b))
  return a.is === 'part' && b.is === 'part' && a.part.includes(b.part)
}

/** Whether the same values pass both. */
export const sameValues = (a: Accepted, b: Accepted) => lieWithin(a, b) && lieWithin(b, a)
