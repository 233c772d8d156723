import { addDays, type IsoDate } from './dates.ts'

const SHAPE = /^Q([1-4]) (\d{4})$/

/** The quarter of a day, as `Q2 2026`. */
export function quarterOf(date: IsoDate): string {
  return `Q${Math.ceil(Number(date.slice(5, 7)) / 3)} ${date.slice(0, 4)}`
}

/** The last day of `Q2 2026`; null for anything that is no quarter. */
export function lastDayOf(quarter: string): IsoDate | null {
  const [, number, year] = SHAPE.exec(quarter) ?? []
  if (number === undefined || year === undefined) return null
  const ends = ['03-31', '06-30', '09-30', '12-31']
  return `${year}-${ends[Number(number) - 1] ?? ''}`
}

/** The quarter of a day and those that follow it, `count` in all. */
export function quartersFrom(date: IsoDate, count: number): string[] {
  if (count === 0) return []
  const quarter = quarterOf(date)
  const end = lastDayOf(quarter) ?? date
  return [quarter, ...quartersFrom(addDays(end, 1), count - 1)]
}
