import { sumOf } from '#app/lib/numbers.ts'

/** A prediction beside what happened. */
export type Decided = {
  /** Probability of loss that was predicted. */
  q: number
  /** 1 when it was lost. */
  y: 0 | 1
  /** Money at stake, base units. */
  raw: number
}

/** Keeps the logarithm finite where a prediction was certain. */
const LEAST = 1e-12

const meanOf = (rows: readonly Decided[], figureOf: (row: Decided) => number) =>
  sumOf(rows, figureOf) / rows.length

/** Share of the decisions that were lost. */
export function baseRate(rows: readonly Decided[]): number {
  return meanOf(rows, ({ y }) => y)
}

/** Mean squared error of the predictions: 0 is perfect, and saying the base rate each time gives its `uncertainty`. */
export function brier(rows: readonly Decided[]): number {
  return meanOf(rows, ({ q, y }) => (q - y) ** 2)
}

/** The Brier score of whoever predicts the base rate each time. */
export function uncertainty(rows: readonly Decided[]): number {
  const rate = baseRate(rows)
  return rate * (1 - rate)
}

/** How much better than the base rate: 1 is perfect, 0 no better. Null while all decisions went the same way. */
export function skill(rows: readonly Decided[]): number | null {
  const reference = uncertainty(rows)
  return reference > 0 ? 1 - brier(rows) / reference : null
}

/** Mean negative log likelihood, in nats. */
export function logLoss(rows: readonly Decided[]): number {
  return meanOf(rows, ({ q, y }) => -Math.log(Math.max(LEAST, y === 1 ? q : 1 - q)))
}

/** The Brier score with each decision weighed by its money. */
export function arrBrier(rows: readonly Decided[]): number {
  const money = sumOf(rows, ({ raw }) => raw)
  return sumOf(rows, ({ q, y, raw }) => raw * (q - y) ** 2) / money
}

/** Probability that a lost decision was predicted higher than a kept one, ties half. Null without both kinds. */
export function auc(rows: readonly Pick<Decided, 'q' | 'y'>[]): number | null {
  const lost = rows.filter(({ y }) => y === 1)
  const kept = rows.filter(({ y }) => y === 0)
  if (lost.length === 0 || kept.length === 0) return null
  const wins = sumOf(lost, (a) => sumOf(kept, (b) => (a.q > b.q ? 1 : a.q === b.q ? 0.5 : 0)))
  return wins / (lost.length * kept.length)
}

/** Spiegelhalter's test of calibration: beyond ±1.96 the probabilities do not fit what happened. Null when it says nothing. */
export function spiegelhalterZ(rows: readonly Decided[]): number | null {
  const variance = sumOf(rows, ({ q }) => (1 - 2 * q) ** 2 * q * (1 - q))
  if (variance === 0) return null
  return sumOf(rows, ({ q, y }) => (y - q) * (1 - 2 * q)) / Math.sqrt(variance)
}

export type ArrTest = { expected: number; observed: number; sd: number; z: number | null }

/** Money lost beside the money that the predictions let expect, in standard deviations. Base units. */
export function arrTest(rows: readonly Decided[]): ArrTest {
  const expected = sumOf(rows, ({ q, raw }) => raw * q)
  const observed = sumOf(rows, ({ y, raw }) => raw * y)
  const sd = Math.sqrt(sumOf(rows, ({ q, raw }) => raw ** 2 * q * (1 - q)))
  return { expected, observed, sd, z: sd > 0 ? (observed - expected) / sd : null }
}

/** Standard error of an observed rate: miscalibration below about twice this cannot be seen. */
export function rateError(rate: number, count: number): number {
  return Math.sqrt((rate * (1 - rate)) / count)
}
