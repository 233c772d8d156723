import { useSearchParams } from '@remix-run/react'

import { AccountDetails, AttributeList } from '#app/components/accounts/account-details.tsx'
import { accountHref } from '#app/components/accounts/account-href.ts'
import { factHref } from '#app/components/accounts/fact-href.ts'
import { ExternalIdList } from '#app/components/accounts/external-ids.tsx'
import { FitList } from '#app/components/accounts/fit-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'

/** What the account is: facts, fit, attributes, and its names in other systems. */
export function AccountAside({ page }: { page: AccountPage }) {
  const [search] = useSearchParams()
  const edit = (below: string, words: string) =>
    page.may.edit ? (
      <ButtonLink to={accountHref(search, page.summary.id, below)} size="small" variant="quiet">
        {words}
      </ButtonLink>
    ) : null
  return (
    <>
      <Section title="About">
        <AccountDetails page={page} />
      </Section>
      {page.fits.length > 0 ? (
        <Section title="Fit">
          <FitList
            fits={page.fits}
            factHref={(fact) => (page.may.edit ? factHref(search, page.summary.id, fact) : null)}
          />
        </Section>
      ) : null}
      {page.attributes.length > 0 ? (
        <Section title="Attributes" actions={edit('/attributes', 'Edit')}>
          <AttributeList attributes={page.attributes} />
        </Section>
      ) : null}
      <Section title="In other systems" actions={edit('/external-ids', 'Add')}>
        <ExternalIdList
          accountId={page.summary.id}
          version={page.version}
          ids={page.externalIds}
          mayEdit={page.may.edit}
        />
      </Section>
    </>
  )
}
