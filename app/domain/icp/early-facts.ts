import type { AttributeValue } from '#app/domain/accounts/attributes.ts'
import { CREATED } from '#app/domain/history.ts'
import { addDays, type IsoDate } from '#app/lib/dates.ts'

import type { Facts } from './facts.ts'

/** Days from the start of an account's first contract within which a fact is early enough to foretell its renewal. */
const EARLY_DAYS = 90

/** A row of an account's history, with the field named as criteria name the attribute. */
export type FactChange = { field: string; after: unknown; at: Date }

/**
 * The day as of which an account's values are taken: 90 days after its first contract began, or the eve of its first
 * decision where that came sooner, since what is known after it would give the outcome away. Null when it has not come.
 */
export function earlyDay(
  begun: IsoDate | null,
  decided: IsoDate | null,
  today: IsoDate,
): IsoDate | null {
  if (begun === null) return null
  const day = addDays(begun, EARLY_DAYS)
  const eve = decided === null ? day : addDays(decided, -1)
  const early = eve < day ? eve : day
  return early < today ? early : null
}

/**
 * An account's values before a moment, from its history; null when it was not on record by then. A key that is missing
 * was not recorded then, null was not known.
 * @param history the earliest first
 * @param attributes those that there are, and since when
 */
export function factsBefore(
  moment: Date,
  history: readonly FactChange[],
  attributes: readonly { key: string; since: Date | null }[],
): Facts | null {
  const earlier = history.filter(({ at }) => at < moment)
  if (!earlier.some(({ field }) => field === CREATED)) return null
  const values: Record<string, unknown> = {}
  for (const { field, after } of earlier) {
    if (field === CREATED) Object.assign(values, after)
    else values[field] = after
  }
  return Object.fromEntries(
    attributes
      .filter(({ since }) => since === null || since < moment)
      .map(({ key }) => [key, (values[key] ?? null) as AttributeValue]),
  )
}
