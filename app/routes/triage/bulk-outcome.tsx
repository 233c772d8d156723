import { Form, Link } from '@remix-run/react'

import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import type { BulkResult } from '#app/domain/triage/bulk-decide.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

/** What came of a decision on several requests: how many went through, which did not and why, and the undo. */
export function BulkOutcome({ outcome: { decided, refused } }: { outcome: BulkResult }) {
  return (
    <>
      <Callout live tone={refused.length > 0 ? 'watch' : 'info'}>
        {decided.length === 1 ? 'One request is' : `${decided.length} requests are`} decided
        {refused.length === 0
          ? '.'
          : `, ${refused.length} ${refused.length === 1 ? 'is' : 'are'} left as before:`}
      </Callout>
      {refused.length === 0 ? null : (
        <ul className="mt-3 divide-y divide-line border-y">
          {refused.map(({ requestId, why }) => (
            <li key={requestId} className="flex gap-3 py-1.5">
              <Link to={`/triage/${requestId}`} className="shrink-0 underline underline-offset-2">
                {requestKey(requestId)}
              </Link>
              <span className="min-w-0 wrap-anywhere text-muted">{why}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink to="/triage" variant="primary">
          To the inbox
        </ButtonLink>
        {decided.length === 0 ? null : (
          <Form method="post" action="/triage/bulk/undo">
            {decided.map(({ decisionId }) => (
              <input key={decisionId} type="hidden" name="decisionIds" value={decisionId} />
            ))}
            <Button aria-keyshortcuts="Z">Undo all</Button>
          </Form>
        )}
      </div>
    </>
  )
}
