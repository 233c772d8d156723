import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { DateText } from '#app/components/date-text.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { listUnmatchedDeals } from '#app/domain/accounts/list-unmatched-deals.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Renewals without a contract · Causeway' }]

export const loader = privateLoader('read', async (ctx) => ({
  deals: await listUnmatchedDeals(ctx),
  today: await getToday(ctx),
}))

export default function UnmatchedDeals() {
  const { deals, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title="Renewals without a contract"
        actions={<ButtonLink to="/accounts">All accounts</ButtonLink>}
      />
      <PageBody>
        {deals.length === 0 ? (
          <EmptyState title="Every renewal deal has its contract">
            A renewal deal brings its date and forecast to the contract of its account that renews
            within 90 days of its close date.
          </EmptyState>
        ) : (
          <>
            <p className="max-w-prose pb-3 text-muted">
              No open contract of the account renews within 90 days of the deal’s close date. Add
              the contract, or correct one of the two dates.
            </p>
            <Table caption="Renewals without a contract">
              <THead>
                <Th>Account</Th>
                <Th>Deal</Th>
                <Th>Close date</Th>
              </THead>
              <TBody>
                {deals.map(({ id, name, closesOn, account }) => (
                  <Tr key={id} href={accountHref(search, account.id)}>
                    <Td card="title" title={account.name} className="md:max-w-60 xl:max-w-80">
                      <Link to={accountHref(search, account.id)} className="hover:underline">
                        {account.name}
                      </Link>
                    </Td>
                    <Td label="Deal" title={name} className="md:max-w-60 xl:max-w-80">
                      {name}
                    </Td>
                    <Td label="Closes">
                      {closesOn ? (
                        <DateText date={closesOn} today={today} as="day" />
                      ) : (
                        <span className="text-faint">no date</span>
                      )}
                    </Td>
                  </Tr>
                ))}
              </TBody>
            </Table>
          </>
        )}
      </PageBody>
    </>
  )
}
