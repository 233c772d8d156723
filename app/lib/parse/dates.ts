import { TZDate } from '@date-fns/tz'

import { isIsoDate } from '#app/lib/dates.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { foldDate, monthOf } from './date-words.ts'

/** Which number comes first in `3/4/2026`. */
export type DateOrder = 'dmy' | 'mdy'

/** What one value says of its column's order: proof, nothing (`either`), or that it reads both ways. */
export type OrderEvidence = DateOrder | 'either' | 'ambiguous'

export type ParsedDate =
  | {
      ok: true
      /** The day as written; the first of the month when only a month was. */
      date: IsoDate
      precision: 'day' | 'month'
      /** `HH:MM:SS` as written. */
      time: string | null
      /** Minutes ahead of UTC, when the value says so. */
      offset: number | null
    }
  | { ok: false; reason: 'ambiguous' | 'invalid'; message: string }

type Parts = { year: string; month: number; day: number | null; evidence: OrderEvidence }
type Clock = { rest: string; time: string | null; offset: number | null }

const FIRST_YEAR = 1990
const LAST_YEAR = 2100
/** Two-digit years from 90 on are of the last century. */
const PIVOT = 90

/**
 * A day, a month or a moment as people and systems write it: `2024-01-19T09:42:24.000+0000`, `1/19/2024`,
 * `19.01.2024`, `09/Jan/24 3:54 PM`, `31 Aralık 2025 22:43`, `2025-03`. The day is the one written, unshifted.
 * `order` settles values that read both ways; with null they are refused as ambiguous.
 */
export function parseDate(text: string, order: DateOrder | null): ParsedDate {
  const shown = text.trim().slice(0, 40)
  const folded = foldDate(text)
  if (/^\d{5}(?:[.,]\d+)?$/.test(folded)) {
    return invalid(`“${shown}” is a spreadsheet’s day number. Format the column as a date.`)
  }
  const clock = takeClock(folded)
  const parts = clock && takeDay(clock.rest, order)
  if (!parts) return invalid(`“${shown}” is not a date.`)
  if (parts.evidence === 'ambiguous' && order === null) {
    return {
      ok: false,
      reason: 'ambiguous',
      message: `“${shown}” can be day first or month first. Say which the column uses.`,
    }
  }
  if (order !== null && (parts.evidence === 'dmy' || parts.evidence === 'mdy')) {
    if (parts.evidence !== order) return invalid(contradiction(shown, order))
  }
  const year = fullYear(parts.year)
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return invalid(
      `“${shown}” is in the year ${parts.year}; it must be from ${FIRST_YEAR} to ${LAST_YEAR}.`,
    )
  }
  const date = [year, pad(parts.month), pad(parts.day ?? 1)].join('-')
  if (!isIsoDate(date)) return invalid(`“${shown}” is not a day of the calendar.`)
  const precision = parts.day === null ? 'month' : 'day'
  return { ok: true, date, precision, time: clock.time, offset: clock.offset }
}

/** What the value proves about its column's order; `month` when it names no day, null when it is no date. */
export function orderEvidence(text: string): OrderEvidence | 'month' | null {
  const clock = takeClock(foldDate(text))
  const parts = clock && takeDay(clock.rest, null)
  if (!parts) return null
  return parts.day === null ? 'month' : parts.evidence
}

/** The moment that a parsed value means, in `timeZone` (IANA) when it has no offset of its own; noon without a time. */
export function toMoment(parsed: ParsedDate & { ok: true }, timeZone: string): Date {
  const time = parsed.time ?? '12:00:00'
  if (parsed.offset !== null) {
    return new Date(Date.parse(`${parsed.date}T${time}Z`) - parsed.offset * 60_000)
  }
  const [year = 0, month = 1, day = 1] = parsed.date.split('-').map(Number)
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return new Date(new TZDate(year, month - 1, day, hours, minutes, seconds, timeZone).getTime())
}

function contradiction(shown: string, order: DateOrder): string {
  const [is, column] = order === 'dmy' ? ['month', 'day'] : ['day', 'month']
  return `“${shown}” has the ${is} first, but the column is read with the ${column} first.`
}

function invalid(message: string): ParsedDate {
  return { ok: false, reason: 'invalid', message }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function fullYear(year: string): number {
  if (year.length !== 2) return Number(year)
  return Number(year) + (Number(year) < PIVOT ? 2000 : 1900)
}

const CLOCK =
  /[t ,](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(am|pm|a\.m\.|p\.m\.|oo|os)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/

/** Splits the time of day off; null when there is one that no clock shows. */
function takeClock(folded: string): Clock | null {
  const match = CLOCK.exec(folded)
  if (!match) return { rest: folded, time: null, offset: null }
  const [whole, hour = '', minute = '', second = '00', half, zone] = match
  const hours = to24(Number(hour), half)
  if (hours === null || Number(minute) > 59 || Number(second) > 59) return null
  return {
    rest: folded.slice(0, -whole.length).replace(/,$/, '').trim(),
    time: `${pad(hours)}:${minute}:${second}`,
    offset: zone === undefined ? null : minutesOf(zone),
  }
}

function to24(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours < 24 ? hours : null
  if (hours < 1 || hours > 12) return null
  // Turkish ÖÖ is before noon, ÖS after.
  return (hours % 12) + (half.startsWith('p') || half === 'os' ? 12 : 0)
}

function minutesOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

function takeDay(text: string, order: DateOrder | null): Parts | null {
  return takeYearFirst(text) ?? takeNamed(text) ?? takeMonth(text) ?? takeNumbers(text, order)
}

function takeYearFirst(text: string): Parts | null {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(text)
  if (!match) return null
  return {
    year: match[1] ?? '',
    month: Number(match[3]),
    day: Number(match[4]),
    evidence: 'either',
  }
}

function takeNamed(text: string): Parts | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ /-]?([a-z]+)\.?[ ,/-]{1,2}(\d{4}|\d{2})$/.exec(
    text,
  )
  const monthFirst = /^([a-z]+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})$/.exec(text)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = monthOf(name ?? '')
  if (!day || !year || month === null) return null
  return { year, month, day: Number(day), evidence: 'either' }
}

function takeMonth(text: string): Parts | null {
  const numbers = /^(\d{4})[-/.](\d{1,2})$/.exec(text)
  if (numbers) {
    return { year: numbers[1] ?? '', month: Number(numbers[2]), day: null, evidence: 'either' }
  }
  const swapped = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (swapped) {
    return { year: swapped[2] ?? '', month: Number(swapped[1]), day: null, evidence: 'either' }
  }
  const named = /^([a-z]+)\.?[ /-](\d{4})$/.exec(text)
  const month = monthOf(named?.[1] ?? '')
  return named && month !== null
    ? { year: named[2] ?? '', month, day: null, evidence: 'either' }
    : null
}

function takeNumbers(text: string, order: DateOrder | null): Parts | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const evidence = evidenceOf(first, second)
  const proven = evidence === 'dmy' || evidence === 'mdy' ? evidence : 'dmy'
  const [day, month] = (order ?? proven) === 'dmy' ? [first, second] : [second, first]
  return { year: match[4] ?? '', month, day, evidence }
}

function evidenceOf(first: number, second: number): OrderEvidence {
  if (first > 12) return 'dmy'
  if (second > 12) return 'mdy'
  return first === second ? 'either' : 'ambiguous'
}
