import { relativelyEqual, sum, sumOf } from '#app/lib/numbers.ts'

import type { ScoreResult } from '#app/domain/scoring/types.ts'

/** The most by which two ways to add up the same money may differ. */
const TOLERANCE = 1e-9

/** Base units. `total` is what the exposures say, the rest what the items and the other causes say. */
export type Totals = {
  arrAtRisk: {
    items: number
    otherItems: number
    baseline: number
    declined: number
    shipped: number
    total: number
    reconciles: boolean
  }
  value: { items: number; otherItems: number; total: number; reconciles: boolean }
}

/** Which items, and which exposures (a segment), are looked at; all by default. */
export type TotalsFilter = {
  item?: (id: string) => boolean
  exposure?: (id: string) => boolean
}

/**
 * Adds up a score in both directions, over any filter:
 * ARR at risk of the items shown, of the others, of no request, of declined and of shipped ones = of the exposures;
 * value of the items shown and of the others = weighted money that the exposures can keep.
 */
export function totalsOf(
  result: ScoreResult,
  { item = () => true, exposure = () => true }: TotalsFilter = {},
): Totals {
  const exposures = result.exposures.filter(({ id }) => exposure(id))
  const parts = result.items.flatMap((one) => one.parts).filter((part) => exposure(part.exposure))
  const shown = parts.filter((part) => item(part.item))
  const others = parts.filter((part) => !item(part.item))

  const risk = {
    items: sumOf(shown, (part) => part.arrAtRisk),
    otherItems: sumOf(others, (part) => part.arrAtRisk),
    baseline: sumOf(exposures, (one) => one.baselineCause),
    declined: sumOf(exposures, (one) => one.declinedCause),
    shipped: sumOf(exposures, (one) => one.shippedCause),
  }
  const riskTotal = sumOf(exposures, (one) => one.arrAtRisk)
  const value = {
    items: sumOf(shown, (part) => part.value),
    otherItems: sumOf(others, (part) => part.value),
  }
  const valueTotal = sumOf(exposures, (one) => one.w * one.protectable)
  const adds = (parts: object, total: number) =>
    relativelyEqual(sum(Object.values(parts)), total, TOLERANCE)
  return {
    arrAtRisk: { ...risk, total: riskTotal, reconciles: adds(risk, riskTotal) },
    value: { ...value, total: valueTotal, reconciles: adds(value, valueTotal) },
  }
}
