import type { ReactNode } from 'react'

import { Badge } from '#app/components/ui/badge.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

/** What a page of a poll needs to head itself. */
type HeadedPoll = {
  line: string
  number: number
  closesOn: IsoDate
  closedOn: IsoDate | null
}

/** The head of every page of a poll: what is asked, of which line, until when. */
export function PollHeader({ poll, actions }: { poll: HeadedPoll; actions?: ReactNode }) {
  return (
    <PageHeader
      title="Do we mean the same customer?"
      aside={
        <Badge tone={poll.closedOn ? 'plain' : 'good'}>
          {poll.line}, poll {poll.number},{' '}
          {poll.closedOn
            ? `closed ${formatDay(poll.closedOn)}`
            : `open up to ${formatDay(poll.closesOn)}`}
        </Badge>
      }
      actions={actions}
    />
  )
}
