import { Link, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { ArrText } from '#app/components/accounts/arr-text.tsx'
import { RenewalText } from '#app/components/accounts/renewal-text.tsx'
import { HealthMark } from '#app/components/health-mark.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { AccountSummary } from '#app/domain/accounts/account-summary.ts'
import type { IsoDate } from '#app/lib/dates.ts'

/** The accounts that have this one as their parent. */
export function ChildTable({
  accounts,
  revenue,
  today,
}: {
  accounts: readonly AccountSummary[]
  revenue: boolean
  today: IsoDate
}) {
  const [search] = useSearchParams()
  return (
    <Table caption="Accounts below it" plain>
      <THead>
        <Th>Account</Th>
        {revenue ? <Th numeric>ARR</Th> : null}
        <Th className="pl-4">Health</Th>
        <Th>Next renewal</Th>
      </THead>
      <TBody>
        {accounts.map((account) => (
          <Tr key={account.id} href={accountHref(search, account.id)}>
            <Td card="title" title={account.name} className="md:max-w-60 xl:max-w-80">
              <Link to={accountHref(search, account.id)} className="hover:underline">
                {account.name}
              </Link>{' '}
              {account.archived ? <Badge>archived</Badge> : null}
            </Td>
            {account.arr ? (
              <Td
                numeric
                label="ARR"
                strong={account.arr.amount.minor > 0}
                muted={account.arr.amount.minor === 0}
              >
                {account.coveredByParent ? <Badge>covered</Badge> : <ArrText arr={account.arr} />}
              </Td>
            ) : null}
            <Td label="Health" className="md:pl-4">
              <HealthMark colour={account.health.colour} score={account.health.score} />
            </Td>
            <Td label="Renewal">
              <RenewalText date={account.nextRenewal} today={today} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
