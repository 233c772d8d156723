import type { ScoreResult } from '#app/domain/scoring/types.ts'
import { relativelyEqual, sumOf } from '#app/lib/numbers.ts'

/** The most by which two ways to add up the same money may differ. */
const TOLERANCE = 1e-9

type Pair = readonly [before: number, after: number]

/** Sums before and after, base units. */
export type TotalChange = {
  value: Pair
  canSave: Pair
  arrAtRisk: Pair
  /** Part of the ARR at risk that no request causes. */
  baseline: Pair
  /** Whether the items' value is what the exposures can keep, before and after. */
  reconciles: boolean
}

type Sums = Record<'value' | 'canSave' | 'arrAtRisk' | 'baseline' | 'keepable', number>

/** What a score adds up to. */
export function sumsOf({ items, exposures }: ScoreResult): Sums {
  return {
    value: sumOf(items, (one) => one.value),
    canSave: sumOf(items, (one) => one.canSave),
    arrAtRisk: sumOf(exposures, (one) => one.arrAtRisk),
    baseline: sumOf(exposures, (one) => one.baselineCause),
    keepable: sumOf(exposures, (one) => one.w * one.protectable),
  }
}

/** Adds up the sums of separate parts of the accounts. */
export function compareTotals(sums: readonly (readonly [Sums, Sums])[]): TotalChange {
  const total = (name: keyof Sums): Pair => [
    sumOf(sums, ([before]) => before[name]),
    sumOf(sums, ([, after]) => after[name]),
  ]
  const [value, keepable] = [total('value'), total('keepable')]
  return {
    value,
    canSave: total('canSave'),
    arrAtRisk: total('arrAtRisk'),
    baseline: total('baseline'),
    reconciles: value.every((one, when) => relativelyEqual(one, keepable[when] ?? 0, TOLERANCE)),
  }
}
