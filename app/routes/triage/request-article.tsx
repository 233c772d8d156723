import { TimeText } from '#app/components/date-text.tsx'
import { teamWord } from '#app/components/team-dot.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { SOURCE_LABELS } from '#app/domain/requests/labels.ts'
import { formatDay } from '#app/lib/dates.ts'

import { AccountBox } from './account-box.tsx'
import type { DecisionTarget } from './decision-form.tsx'
import { HistoryList } from './history-list.tsx'
import { ImportanceBox } from './importance-box.tsx'
import type { Pane } from './load-pane.server.ts'
import { RequestFacts } from './request-facts.tsx'

/** What was asked: title, account, words, importance, evidence, stake, and what has happened since. */
export function RequestArticle({ pane, target }: { pane: Pane; target: DecisionTarget }) {
  const { request, account, now, today } = pane
  const said = [
    [request.contactName, request.contactRole].filter(Boolean).join(', '),
    SOURCE_LABELS[request.source],
  ].filter(Boolean)
  return (
    <article>
      <h1 className="wrap-anywhere">{request.title}</h1>
      <p className="mt-0.5 text-muted">
        Logged by {request.submitter}, {teamWord(request.submitterTeam)},{' '}
        <TimeText at={request.createdAt} now={now} />
        {request.overdue ? (
          <Badge tone="risk" className="ml-2">
            answer overdue
          </Badge>
        ) : null}
        {request.fastLane ? <Badge className="ml-2">fast lane</Badge> : null}
      </p>
      <AccountBox account={account} today={today} />
      <blockquote className="mt-4 max-w-prose border-l-2 border-line-strong pl-3.5 text-head wrap-anywhere whitespace-pre-line">
        {request.body}
      </blockquote>
      <p className="mt-1 pl-4 text-small text-muted">{said.join(', ')}</p>
      <ImportanceBox pane={pane} target={target} />
      <RequestFacts pane={pane} target={target} />
      {request.revisitOn ? (
        <p className="mt-3 text-muted">Look again on {formatDay(request.revisitOn)}.</p>
      ) : null}
      <HistoryList entries={pane.history} now={now} />
    </article>
  )
}
