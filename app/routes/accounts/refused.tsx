import { useParams, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'

/** A route that only takes posts: whoever comes to its address is shown the way back. */
export function Nothing() {
  return (
    <EmptyState title="Nothing to read here" action={<BackToAccount />}>
      This address only takes what the account’s page sends to it.
    </EmptyState>
  )
}

/** Why it was refused, and the way back. */
export function Refused() {
  return <RouteError action={<BackToAccount />} />
}

function BackToAccount() {
  const { accountId } = useParams()
  const [search] = useSearchParams()
  return <ButtonLink to={accountHref(search, Number(accountId))}>Back to the account</ButtonLink>
}
