/** Ends of an interval of a share, 0 to 1. */
export type Interval = { low: number; high: number }

/** Standard errors to either side of an estimate that make its 95 % interval. */
export const Z95 = 1.959963984540054

/**
 * Wilson's interval of a share, 95 % by default; honest for small counts, and within 0 and 1.
 * Source: Brown, Cai, DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).
 */
export function wilson(successes: number, count: number, z = Z95): Interval {
  if (count === 0) return { low: 0, high: 1 }
  const share = successes / count
  const spread = z ** 2 / count
  const middle = (share + spread / 2) / (1 + spread)
  const half =
    (z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))) / (1 + spread)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
