import { Form, Link } from '@remix-run/react'

import { Button } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { RowSelect } from '#app/components/ui/table.tsx'
import type { ConfirmedMany, MyRequest } from '#app/domain/requests/my-request.ts'
import { isClaimAsked } from '#app/domain/requests/rules.ts'
import { requestKey } from '#app/lib/readable-id.ts'

const FORM = 'claims'

/** The box that ticks a claim of which we ask whether it still holds. */
export function ClaimTick({ request: { id, version, asks } }: { request: MyRequest }) {
  if (!isClaimAsked(asks)) return null
  return (
    <span className="mr-2 inline-block align-middle">
      <RowSelect
        label={`${requestKey(id)} still holds`}
        form={FORM}
        name="requests"
        value={`${id}:${version}`}
      />
    </span>
  )
}

/** The one click for all claims that are ticked; nothing where none is asked about. */
export function ConfirmTicked({
  requests,
  action,
  error,
}: {
  requests: readonly MyRequest[]
  action: string
  error: string | undefined
}) {
  if (!requests.some(({ asks }) => isClaimAsked(asks))) return null
  return (
    <Form
      method="post"
      action={action}
      id={FORM}
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
    >
      <span>Tick the claims that still hold.</span>
      <Button size="small">Still true</Button>
      {error ? (
        <span role="alert" className="text-risk">
          {error}
        </span>
      ) : null}
    </Form>
  )
}

/** How many were confirmed, and which were not and why. */
export function ConfirmOutcome({ outcome: { confirmed, refused } }: { outcome: ConfirmedMany }) {
  return (
    <Callout live tone={refused.length > 0 ? 'watch' : 'info'} className="mx-4 my-2">
      {confirmed.length === 1 ? 'One claim is' : `${confirmed.length} claims are`} confirmed and
      counted in full again{refused.length === 0 ? '.' : '; these stay as they were:'}
      {refused.length === 0 ? null : (
        <ul className="mt-1">
          {refused.map(({ requestId, why }) => (
            <li key={requestId}>
              <Link to={`/requests/${requestId}`} className="underline underline-offset-2">
                {requestKey(requestId)}
              </Link>{' '}
              <span className="text-muted">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </Callout>
  )
}
