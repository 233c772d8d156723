import { addDays, diffDays, type IsoDate } from '#app/lib/dates.ts'
import { normalCdf } from '#app/lib/normal.ts'

import type { Cost } from './cost.ts'
import type { ModelParameters } from './parameters.ts'
import type { ExposureInput } from './types.ts'

/** A contract that can end at any time is looked at half a year ahead, always. */
const ROLLING_DAYS = 180
/** A decision this long past is no decision any more. */
const OVERDUE_DAYS = 90

export type Decision =
  | { status: 'dated' | 'overdue' | 'evergreen' | 'missing'; on: IsoDate; days: number }
  | { excluded: 'no_date' | 'long_overdue' }

/** When the customer decides: the renewal less its notice, the close date of an opportunity, or rolling without a date. */
export function decisionOf(
  { kind, date, evergreen, notice }: ExposureInput,
  today: IsoDate,
  parameters: ModelParameters,
): Decision {
  if (date === null || evergreen) {
    if (kind !== 'renewal') return { excluded: 'no_date' }
    const status = evergreen ? 'evergreen' : 'missing'
    return { status, on: addDays(today, ROLLING_DAYS), days: ROLLING_DAYS }
  }
  const left = diffDays(today, date)
  if (left < -OVERDUE_DAYS) return { excluded: 'long_overdue' }
  const ahead = kind === 'renewal' ? (notice ?? parameters.notice) : 0
  const status = left < 0 ? 'overdue' : 'dated'
  return { status, on: addDays(date, -ahead), days: left - ahead }
}

/** Weight of a decision `days` ahead: 1 within the horizon, then fading, so that a long contract never jumps. */
export function horizonWeight(days: number, { horizon, horizonHalfLife }: ModelParameters): number {
  return days <= horizon ? 1 : 2 ** (-(days - horizon) / horizonHalfLife)
}

/**
 * Median weeks from today until the item ships: until its expected ship date, or from its likely cost.
 * A ship date that has passed says nothing any more, so the cost serves again.
 */
export function leadWeeks(
  { p50 }: Cost,
  shipDate: IsoDate | undefined,
  today: IsoDate,
  { parallel, overheadWeeks }: ModelParameters,
): number {
  if (shipDate !== undefined && shipDate >= today) return diffDays(today, shipDate) / 7
  return p50 / parallel + overheadWeeks
}

/** Probability that an item with this lead time (weeks, log standard deviation `sigma`) ships within `days`. */
export function shipsWithin(days: number, lead: number, sigma: number): number {
  if (days <= 0) return 0
  return normalCdf(Math.log(days / 7 / lead) / sigma)
}

/** Probability that the item removes the hazard: it solves the need with eta, and a promise kept late is worth kappa. */
export function resolution(u: number, { eta, kappa }: ModelParameters): number {
  return eta * (kappa + (1 - kappa) * u)
}

/** Whole days from today to the start that ships in time with even odds; negative once it has passed. */
export function startInDays(days: number, lead: number): number {
  return Math.floor(days - 7 * lead)
}
