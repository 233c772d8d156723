import { sumOf } from './numbers.ts'

/**
 * Standard error of a figure, by the jackknife: how it varies as each observation in turn is left out.
 * @param without the figure without each of the observations, two or more
 */
export function jackknifeError(without: readonly number[]): number {
  const count = without.length
  const middle = sumOf(without, (one) => one) / count
  const spread = sumOf(without, (one) => (one - middle) ** 2)
  return Math.sqrt((spread * (count - 1)) / count)
}
