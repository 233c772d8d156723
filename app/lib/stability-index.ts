import { sum } from './numbers.ts'

/**
 * Population stability index of two distributions over the same bins: Σ (q - p) · ln(q / p), with p and q the shares of
 * a bin before and after. 0 when nothing shifted; the same both ways round. Half a count is added to every bin, so that
 * one that is empty on one side stays finite and one that is empty on both adds next to nothing.
 * Source: N. Siddiqi, Credit Risk Scorecards (2006), who reads 0.1 as a small and 0.25 as a marked shift.
 * @param before counts, a bin each
 * @param after counts of the same bins
 */
export function stabilityIndex(before: readonly number[], after: readonly number[]): number {
  const [p, q] = [shares(before), shares(after)]
  return sum(p.map((share, i) => ((q[i] ?? 0) - share) * Math.log((q[i] ?? 0) / share)))
}

const EMPTY = 0.5

function shares(counts: readonly number[]): number[] {
  const total = sum(counts) + EMPTY * counts.length
  return counts.map((count) => (count + EMPTY) / total)
}
