import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import type { Disagreement } from '#app/domain/triage/list-disagreements.server.ts'

/** Both teams' views of one request's importance, in two lines. */
export function DisagreementViews({
  request,
}: {
  request: Pick<Disagreement, 'importance' | 'submitter' | 'productName'> & {
    productImportance: Disagreement['importance'] | null
  }
}) {
  return (
    <dl className="grid grid-cols-[auto_auto_1fr] items-center gap-x-4 gap-y-1">
      <dt>
        <TeamDot team="cs" />
      </dt>
      <dd>
        <ImportanceBars importance={request.importance} />
      </dd>
      <dd className="text-muted">{request.submitter}</dd>
      <dt>
        <TeamDot team="product" />
      </dt>
      <dd>
        {request.productImportance ? (
          <ImportanceBars importance={request.productImportance} />
        ) : (
          'not said'
        )}
      </dd>
      <dd className="text-muted">{request.productName}</dd>
    </dl>
  )
}
