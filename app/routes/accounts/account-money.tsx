import { useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { ContractTable } from '#app/components/accounts/contract-table.tsx'
import { OpportunityTable } from '#app/components/accounts/opportunity-table.tsx'
import { OutcomeTable } from '#app/components/accounts/outcome-table.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import type { AccountPage } from '#app/domain/accounts/account-page.ts'
import type { OutcomeOnPage } from '#app/domain/outcomes/outcome-page.ts'

import { None } from './none.tsx'

/** What the account pays, how its renewals were decided, and what it may come to pay. */
export function AccountMoney({
  page,
  outcomes,
}: {
  page: AccountPage
  outcomes: readonly OutcomeOnPage[]
}) {
  const shown = {
    accountId: page.summary.id,
    revenue: page.revenue,
    mayEdit: page.may.edit,
    today: page.today,
  }
  return (
    <>
      <Section
        title="Contracts"
        actions={<Add page={page} below="/contracts/new" what="contract" />}
      >
        {page.contracts.length > 0 ? (
          <ContractTable {...shown} contracts={page.contracts} />
        ) : (
          <None>No contract yet. ARR is the sum of the open ones.</None>
        )}
      </Section>
      {outcomes.length > 0 ? (
        <Section title="Outcomes">
          <OutcomeTable {...shown} outcomes={outcomes} />
        </Section>
      ) : null}
      <Section
        title="Opportunities"
        actions={<Add page={page} below="/opportunities/new" what="opportunity" />}
      >
        {page.opportunities.length > 0 ? (
          <OpportunityTable {...shown} opportunities={page.opportunities} />
        ) : (
          <None>No opportunity yet. Open ones are what new and expansion revenue hangs on.</None>
        )}
      </Section>
    </>
  )
}

function Add({ page, below, what }: { page: AccountPage; below: string; what: string }) {
  const [search] = useSearchParams()
  if (!page.may.edit || page.archivedAt !== null) return null
  return (
    <ButtonLink to={accountHref(search, page.summary.id, below)} size="small">
      New {what}
    </ButtonLink>
  )
}
