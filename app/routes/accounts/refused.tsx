import { useParams } from '@remix-run/react'

import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'

/** A route that only takes posts has no page of its own; it has one so that its refusals have a place in the frame. */
export function Nothing() {
  return null
}

/** Why it was refused, and the way back. */
export function Refused() {
  const { accountId } = useParams()
  return (
    <RouteError
      action={<ButtonLink to={`/accounts/${accountId ?? ''}`}>Back to the account</ButtonLink>}
    />
  )
}
