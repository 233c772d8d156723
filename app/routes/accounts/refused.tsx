import { useParams, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'

/** A route that only takes posts has no page of its own; it has one so that its refusals have a place in the frame. */
export function Nothing() {
  return null
}

/** Why it was refused, and the way back. */
export function Refused() {
  const { accountId } = useParams()
  const [search] = useSearchParams()
  return (
    <RouteError
      action={
        <ButtonLink to={accountHref(search, Number(accountId))}>Back to the account</ButtonLink>
      }
    />
  )
}
