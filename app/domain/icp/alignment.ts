import { jackknifeError } from '#app/lib/jackknife.ts'
import { sum } from '#app/lib/numbers.ts'

/** What the members of a team say of one account, 1 to 5; whoever did not rate it is left out. */
export type Ratings = readonly number[]
/** The ratings of an account by both teams. */
export type RatedAccount = { cs: Ratings; product: Ratings }

/** The mean of at least one number. */
export const mean = (values: readonly number[]) => sum(values) / values.length

const squares = (xs: Ratings, ys: Ratings) => xs.flatMap((x) => ys.map((y) => (x - y) ** 2))

/** 1 - observed / expected; null where all ratings are the same, or there are none, and nothing can be said. */
const agreement = (observed: number, expected: number) =>
  expected > 0 ? 1 - observed / expected : null

/**
 * Agreement within a team: Krippendorff's α for interval data, for any number of raters. Accounts that one rater alone
 * has rated say nothing.
 */
export function agreementWithin(accounts: readonly Ratings[]): number | null {
  const rated = accounts.filter((ratings) => ratings.length > 1)
  const all = rated.flat()
  const observed = sum(rated.map((own) => sum(squares(own, own)) / (own.length - 1))) / all.length
  const expected = sum(squares(all, all)) / (all.length * (all.length - 1))
  return agreement(observed, expected)
}

/** Agreement across the teams, by accounts that both have rated: the same ratio over pairs of one rater of each. */
export function agreementAcross(accounts: readonly RatedAccount[]): number | null {
  const rated = accounts.filter(({ cs, product }) => cs.length > 0 && product.length > 0)
  const observed = mean(rated.map(({ cs, product }) => mean(squares(cs, product))))
  const [cs, product] = [rated.flatMap((one) => one.cs), rated.flatMap((one) => one.product)]
  return agreement(observed, mean(squares(cs, product)))
}

/** Standard error of the agreement across the teams: the jackknife over accounts. */
export function standardError(accounts: readonly RatedAccount[]): number | null {
  const without = accounts.flatMap((_, left) => {
    const one = agreementAcross(accounts.filter((_, i) => i !== left))
    return one === null ? [] : [one]
  })
  if (without.length < accounts.length || accounts.length < 2) return null
  return jackknifeError(without)
}

/** The 100 points of one person, by criterion in the order of the profile. */
export type Points = readonly number[]

/** The mean points of each criterion. */
export function meanPoints(people: readonly Points[]): number[] {
  return (people[0] ?? []).map((_, i) => mean(people.map((own) => own[i] ?? 0)))
}

/** The share of 100 points that both teams put on the same criteria, 0 to 1, of their mean points. */
export function pointsInCommon(cs: Points, product: Points): number {
  return 1 - sum(cs.map((points, i) => Math.abs(points - (product[i] ?? 0)))) / 200
}

/**
 * How far the best `k` of both teams are the same accounts, corrected for chance: 1 for the same, 0 for as many as
 * two blind draws would share.
 * @param cs mean ratings by account; of equal ones the first are taken
 * @returns how many are in both, and null for the corrected share where all are among the best
 */
export function topOverlap(
  cs: readonly number[],
  product: readonly number[],
  k: number,
): { shared: number; corrected: number | null } {
  const theirs = new Set(topOf(product, k))
  const shared = topOf(cs, k).filter((index) => theirs.has(index)).length
  const byChance = k ** 2 / cs.length
  return { shared, corrected: k < cs.length ? (shared - byChance) / (k - byChance) : null }
}

const topOf = (values: readonly number[], k: number) =>
  values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value)
    .slice(0, k)
    .map(({ index }) => index)
