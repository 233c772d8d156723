import { Link } from '@remix-run/react'

import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

/** That a poll is open, and what the reader has to do with it. */
export function OpenPollCallout({
  poll,
}: {
  poll: { id: number; closesOn: IsoDate; waits: boolean } | null
}) {
  if (poll === null) return null
  return (
    <Callout
      className="mb-4"
      action={
        poll.waits ? (
          <ButtonLink variant="primary" size="small" to={`/polls/${poll.id}`}>
            Take the poll
          </ButtonLink>
        ) : (
          <Link to={`/polls/${poll.id}/results`}>See how many have answered</Link>
        )
      }
    >
      A poll is open up to and including {formatDay(poll.closesOn)}.
    </Callout>
  )
}
