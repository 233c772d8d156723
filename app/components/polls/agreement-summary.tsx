import { Link } from '@remix-run/react'

import { Section } from '#app/components/ui/page.tsx'
import type { PollResults } from '#app/domain/polls/results.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

import { AgreementFigures } from './agreement-figures.tsx'
import { PointsChart } from './points-chart.tsx'

/** Whether both teams mean the same customer, in short, by the last closed poll. */
export function AgreementSummary({
  last,
  href,
}: {
  last: { number: number; closedOn: IsoDate; results: PollResults } | null
  href: string
}) {
  return (
    <Section title="Do both teams mean the same customer?">
      {last === null ? (
        <p className="text-muted">No poll has been closed yet.</p>
      ) : (
        <>
          <AgreementFigures results={last.results} />
          {last.results.said ? (
            <div className="pt-3">
              <PointsChart points={last.results.said.points} />
            </div>
          ) : null}
        </>
      )}
      <p className="pt-1 text-small text-muted">
        {last === null ? null : `Poll ${last.number}, closed ${formatDay(last.closedOn)}. `}
        <Link to={href} className="underline">
          {last === null ? 'About the poll' : 'See where they part'}
        </Link>
      </p>
    </Section>
  )
}
