import { sum } from '#app/lib/numbers.ts'

/** Accounts with a known outcome: how many turned out good and bad, and how many of each meet a criterion. */
export type Counts = { goodWith: number; badWith: number; good: number; bad: number }

/** A log odds and its standard error. */
export type Estimate = { value: number; se: number }

/** How far a weight may lie from the one that the teams gave, as a standard deviation in log odds. */
export const PRIOR_SD = 0.7

/** Tables as likely as the observed one, up to rounding. */
const AS_LIKELY = 1 + 1e-7

const cellsOf = ({ goodWith, badWith, good, bad }: Counts) =>
  [goodWith, badWith, good - goodWith, bad - badWith] as const

/** Log odds ratio of a good outcome with the criterion against without, with half an account added to each cell (Haldane and Anscombe). */
export function logOddsRatio(counts: Counts): Estimate {
  const [a, b, c, d] = cellsOf(counts)
  const value = Math.log(((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5)))
  const se = Math.sqrt(sum([a, b, c, d].map((n) => 1 / (n + 0.5))))
  return { value, se }
}

/**
 * Information value of a criterion, with half an account added to each cell; known from credit scoring, where under 0.02
 * is useless and over 0.5 suspicious. Few accounts inflate it.
 */
export function informationValue(counts: Counts): number {
  const [a, b, c, d] = cellsOf(counts).map((n) => n + 0.5) as [number, number, number, number]
  const of = (good: number, bad: number) => {
    const [shareOfGood, shareOfBad] = [good / (a + c), bad / (b + d)]
    return (shareOfGood - shareOfBad) * Math.log(shareOfGood / shareOfBad)
  }
  return of(a, b) + of(c, d)
}

/** Mean and standard deviation of a criterion's weight: the prior from its points, moved by the evidence. */
export function posteriorWeight(
  prior: number,
  { value, se }: Estimate,
): { mean: number; sd: number } {
  const [evidence, doubt] = [1 / se ** 2, 1 / PRIOR_SD ** 2]
  return {
    mean: (value * evidence + prior * doubt) / (evidence + doubt),
    sd: 1 / Math.sqrt(evidence + doubt),
  }
}

/** Fisher's exact test, two-sided: the probability of a table as unlikely as this one, with the same sums. */
export function fisherExact(counts: Counts): number {
  const { good, bad } = counts
  const having = counts.goodWith + counts.badWith
  const logFactorials = factorialsTo(good + bad)
  const chooseLog = (n: number, k: number) =>
    at(logFactorials, n) - at(logFactorials, k) - at(logFactorials, n - k)
  const likelihood = (goodWith: number) =>
    Math.exp(
      chooseLog(good, goodWith) + chooseLog(bad, having - goodWith) - chooseLog(good + bad, having),
    )
  const least = Math.max(0, having - bad)
  const tables = Array.from({ length: Math.min(good, having) - least + 1 }, (_, i) =>
    likelihood(least + i),
  )
  const observed = likelihood(counts.goodWith)
  return Math.min(1, sum(tables.filter((one) => one <= observed * AS_LIKELY)))
}

const at = (values: readonly number[], i: number) => values[i] ?? Number.NaN

function factorialsTo(n: number): number[] {
  const logs = [0]
  for (let i = 1; i <= n; i += 1) logs.push(at(logs, i - 1) + Math.log(i))
  return logs
}

/**
 * The false discovery rate at which each of a family of tests would be called a finding (Benjamini and Hochberg).
 * @param ps probabilities of every test looked at, not only of the chosen ones
 * @returns in the order given
 */
export function falseDiscoveryRates(ps: readonly number[]): number[] {
  const descending = ps.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p)
  const rates = new Array<number>(ps.length)
  let rate = 1
  descending.forEach(({ p, i }, place) => {
    rate = Math.min(rate, (p * ps.length) / (ps.length - place))
    rates[i] = rate
  })
  return rates
}
