import { TZDate } from '@date-fns/tz'
import { addDays, isWeekend, startOfDay } from 'date-fns'

const afterWeekend = (day: TZDate): TZDate => {
  let next = day
  while (isWeekend(next)) next = addDays(next, 1)
  return next
}

/**
 * The moment `days` working days (Monday to Friday) after `from`, at the same time of day in the time zone.
 * What comes in on a weekend counts as come in when Monday begins.
 *
 * @param days whole and not negative
 */
export function addWorkingDays(from: Date, days: number, timeZone: string): Date {
  const local = new TZDate(from, timeZone)
  let due = isWeekend(local) ? afterWeekend(startOfDay(local)) : local
  for (let left = days; left > 0; left--) due = afterWeekend(addDays(due, 1))
  return new Date(due.getTime())
}
