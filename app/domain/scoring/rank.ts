import { compareIds } from '#app/lib/natural-order.ts'
import { roundSignificant } from '#app/lib/numbers.ts'

import type { ScoredItem } from './types.ts'

/** Ten digits: scores that share them differ by less than 1e-9 of themselves. */
const RANK_DIGITS = 10

/**
 * The score as it is ranked. "Equal within 1e-9" alone is no order: a may equal b, and b equal c, while a and c
 * differ, and a sort over that depends on where it begins. Rounding first puts every score into one class, so the
 * order is total, repeats on any machine, and is the one that an index over stored, rounded scores has.
 */
export function rankScore(score: number): number {
  return roundSignificant(score, RANK_DIGITS)
}

export type Rankable = Pick<ScoredItem, 'id' | 'score' | 'costMean'>

/** Order of the backlog: higher score, then lower cost, then id. */
export function compareRank(a: Rankable, b: Rankable): number {
  return (
    rankScore(b.score) - rankScore(a.score) || a.costMean - b.costMean || compareIds(a.id, b.id)
  )
}
