import { addDays, toIsoDate, type IsoDate } from '#app/lib/dates.ts'

const DAY = 86_400_000
const OPENS = 6.5 * 3_600_000
const CLOSES = 16 * 3_600_000

/** The demo company's past, told from now: work happens on weekdays, during office hours. */
export type Clock = {
  now: Date
  /**
   * The moment `ago` working days before now. 0 is now, 3.9 the morning and 3.1 the afternoon of the third working day
   * before; a larger number is always earlier.
   */
  at: (ago: number) => Date
  /** The day `days` calendar days from today; negative for the past. */
  day: (days: number) => IsoDate
}

const isWeekend = (day: number) => [0, 6].includes(new Date(day).getUTCDay())

const workdayBefore = (day: number): number => {
  const before = day - DAY
  return isWeekend(before) ? workdayBefore(before) : before
}

export function clockAt(now: Date): Clock {
  const today = Math.floor(now.getTime() / DAY) * DAY
  const closed = isWeekend(today) || now.getTime() <= today + OPENS
  // Outside office hours the last thing happened on the working day before.
  const lastDay = closed ? workdayBefore(today) : today
  const lastMoment = Math.min(now.getTime(), lastDay + CLOSES)

  const days = [lastDay]
  const workday = (back: number): number => {
    for (let day = days.at(-1) ?? lastDay; days.length <= back;) {
      day = workdayBefore(day)
      days.push(day)
    }
    return days[back] ?? lastDay
  }
  return {
    now,
    at: (ago) => {
      const back = Math.floor(ago)
      const day = workday(back)
      const from = day + OPENS
      const to = back === 0 ? lastMoment : day + CLOSES
      return new Date(Math.round(from + (to - from) * (1 - (ago - back))))
    },
    day: (days) => addDays(toIsoDate(now), days),
  }
}
