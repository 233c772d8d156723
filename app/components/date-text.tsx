import {
  formatDay,
  formatDayShort,
  formatMoment,
  relativeDay,
  relativeTime,
  type IsoDate,
} from '#app/lib/dates.ts'

/** A day: `in 43 days` with the date on hover, or the date with the days on hover when `as` is `day`. */
export function DateText({
  date,
  today,
  as = 'relative',
}: {
  date: IsoDate
  today: IsoDate
  as?: 'relative' | 'day'
}) {
  const relative = relativeDay(date, today)
  const day = formatDay(date)
  return (
    <time
      dateTime={date}
      title={as === 'day' ? relative : day}
      className="whitespace-nowrap tabular-nums"
    >
      {as === 'day' ? formatDayShort(date, today) : relative}
    </time>
  )
}

/** A moment that has passed: `2 hours ago` with the date and the time on hover. */
export function TimeText({ at, now }: { at: Date; now: Date }) {
  return (
    <time
      dateTime={at.toISOString()}
      title={formatMoment(at)}
      className="whitespace-nowrap tabular-nums"
    >
      {relativeTime(at, now)}
    </time>
  )
}
