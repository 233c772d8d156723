import {
  addDays as addDaysToDate,
  addMonths as addMonthsToDate,
  format,
  isValid,
  parseISO,
} from 'date-fns'

/** A day without a time, as `2026-01-15`. */
export type IsoDate = string

const DAY = 86_400_000

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists, written as `2026-01-15`. */
export function isIsoDate(text: string): boolean {
  return SHAPE.test(text) && isValid(parseISO(text))
}

/** The day of a moment in UTC. */
export function toIsoDate(moment: Date): IsoDate {
  return moment.toISOString().slice(0, 10)
}

/** The day `days` after `date`; negative goes back. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return format(addDaysToDate(parseISO(date), days), 'yyyy-MM-dd')
}

/** The same day `months` later; the last day of a month that is too short for it. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return format(addMonthsToDate(parseISO(date), months), 'yyyy-MM-dd')
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function diffDays(from: IsoDate, to: IsoDate): number {
  // A score counts days for each of 100,000 claims; a day without a time is midnight in UTC, so the difference is whole.
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/** Whole months from `from` to `to`, the day of the month counted: none from 15 January to 14 February. */
export function diffMonths(from: IsoDate, to: IsoDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}

/** The first day of a day's month. */
export function firstOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`
}

/** `15 May 2026`. */
export function formatDay(date: IsoDate): string {
  return format(parseISO(date), 'd MMM yyyy')
}

/** `May 2026`. */
export function formatMonth(date: IsoDate): string {
  return format(parseISO(date), 'MMMM yyyy')
}

/** `15 May` within the year of `today`, `15 May 2027` in another. */
export function formatDayShort(date: IsoDate, today: IsoDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? format(parseISO(date), 'd MMM') : formatDay(date)
}

/** `in 43 days`, `tomorrow`, `today`, `yesterday`, `43 days ago`. */
export function relativeDay(date: IsoDate, today: IsoDate): string {
  const days = diffDays(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

const STEPS: ReadonlyArray<readonly [seconds: number, unit: string]> = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
]

/** `2 hours ago`, `just now` within a minute; for moments that have passed. */
export function relativeTime(moment: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - moment.getTime()) / 1000))
  const step = STEPS.find(([size]) => seconds >= size)
  if (!step) return 'just now'
  const [size, unit] = step
  const count = Math.floor(seconds / size)
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}

/** `15 May 2026, 16:42 UTC`. */
export function formatMoment(moment: Date): string {
  return `${formatDay(toIsoDate(moment))}, ${moment.toISOString().slice(11, 16)} UTC`
}
