import { useParams, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'

/** A route that only takes posts: whoever comes to its address is shown the way back. */
export function Nothing() {
  return (
    <>
      <PageHeader title="Nothing to read here" />
      <PageBody width="prose">
        <p className="pb-4 text-muted">
          This address only takes what the account’s page sends to it.
        </p>
        <BackToAccount />
      </PageBody>
    </>
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
