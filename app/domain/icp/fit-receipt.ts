import { largestRemainder, sum } from '#app/lib/numbers.ts'

import type { Fit, FitReason } from './fit.ts'

/** A fit as lines that add up, in hundredths. */
export type FitReceipt = {
  /** What speaks for the account or against it, with its part. */
  lines: { reason: FitReason; part: number }[]
  /** What a must-have or an exclusion takes off; 0 or less. */
  held: number
  total: number
}

/** What an account of which nothing is known starts with, in hundredths. */
export const START = 50

/** The lines of a fit; they and `START` add up to the total. Null where a part is withheld. */
export function fitReceipt(fit: Fit): FitReceipt | null {
  const reasons = [...fit.reasonsFor, ...fit.reasonsAgainst].filter(({ kind }) => kind === 'points')
  const exact = reasons.flatMap(({ part }) => (part === null ? [] : [100 * part]))
  if (fit.withheld.length > 0 || exact.length < reasons.length) return null
  const parts = largestRemainder(exact)
  const total = Math.round(100 * fit.fit)
  return {
    lines: reasons.map((reason, index) => ({ reason, part: parts[index] ?? 0 })),
    held: total - START - sum(parts),
    total,
  }
}
