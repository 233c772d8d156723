import { DateText } from '#app/components/date-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { diffDays, formatDayShort, type IsoDate } from '#app/lib/dates.ts'
import type { ItemStatus } from '#db/constants.ts'

/** A start within so many days is one for today. */
const NOW_DAYS = 14

/** By when work must begin for the next decision that hangs on the item; what of it is late already is a badge. */
export function StartBy({
  startBy,
  tooLate,
  status,
  today,
  brief = false,
}: {
  startBy: IsoDate | null
  /** What the badge says of the money that comes too late: `€93k`; null when none does, `''` when it may not be seen. */
  tooLate: string | null
  status: ItemStatus
  today: IsoDate
  /** Where every letter is taken from the title beside it: without the amount. */
  brief?: boolean
}) {
  if (status === 'in_progress') return <span className="text-faint">started</span>
  if (status === 'shipped' || status === 'declined') return null
  const late =
    tooLate === null ? null : (
      <Badge tone="risk" title="Decided before it can ship, if it is started today">
        <span className="md:max-xl:hidden">too </span>late
        {tooLate === '' ? null : ` for ${tooLate}`}
      </Badge>
    )
  if (startBy === null) return late
  if (brief && tooLate !== null) {
    return (
      <Badge tone="risk" title={`Too late${tooLate === '' ? '' : ` for ${tooLate}`}`}>
        late {formatDayShort(startBy, today)}
      </Badge>
    )
  }
  const soon = diffDays(today, startBy) <= NOW_DAYS
  return (
    <span className="inline-flex items-center gap-1">
      {late}
      {soon ? (
        <Badge tone="watch" title="Start now to be in time">
          {formatDayShort(startBy, today)}
        </Badge>
      ) : (
        <DateText date={startBy} today={today} as="day" />
      )}
    </span>
  )
}
