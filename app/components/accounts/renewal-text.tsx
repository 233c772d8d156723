import { DateText } from '#app/components/date-text.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import type { IsoDate } from '#app/lib/dates.ts'

/** The next renewal: `in 43 days` with the date on hover, and a word when it has passed. */
export function RenewalText({ date, today }: { date: IsoDate | null; today: IsoDate }) {
  if (date === null) return <span className="text-faint">none</span>
  if (date >= today) return <DateText date={date} today={today} />
  return (
    <Badge tone="watch" title="The date has passed and nobody renewed or ended the contract.">
      overdue, <DateText date={date} today={today} />
    </Badge>
  )
}
