import { Link } from '@remix-run/react'

import { HealthMark } from '#app/components/health-mark.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { AccountList, AccountListRow } from '#app/domain/accounts/account-list.ts'
import { SORTS, type AccountFilter, type AccountSort } from '#app/domain/accounts/list-filter.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { changeParams } from '#app/lib/search-params.ts'

import { accountHref } from './account-href.ts'
import { ArrText } from './arr-text.tsx'
import { RenewalText } from './renewal-text.tsx'
import { LIFECYCLE_WORDS } from './words.ts'

type Props = {
  list: Pick<AccountList, 'rows' | 'arr' | 'today'>
  filter: AccountFilter
  search: URLSearchParams
}

/** The accounts of one page; a head sorts by its column, and the other way round the second time. */
export function AccountTable({ list, filter, search }: Props) {
  const sorted = (sort: AccountSort) => {
    const now = filter.sort === sort
    const descending = now ? !filter.descending : SORTS[sort].descending
    const changes = { sort, dir: descending ? 'desc' : 'asc', after: null, before: null }
    return {
      sort: now
        ? filter.descending
          ? ('descending' as const)
          : ('ascending' as const)
        : undefined,
      sortHref: `/accounts${changeParams(search, changes)}`,
    }
  }
  const revenue = list.arr !== null
  return (
    <Table caption="Accounts" fixed>
      <THead>
        <Th {...sorted('name')}>Account</Th>
        {revenue ? (
          <Th {...sorted('arr')} numeric className="w-32">
            ARR
          </Th>
        ) : null}
        <Th {...sorted('health')} className="w-26 pl-4">
          Health
        </Th>
        <Th {...sorted('renewal')} className="w-36">
          Next renewal
        </Th>
        <Th {...sorted('requests')} numeric className="w-18 md:max-lg:hidden">
          Requests
        </Th>
        <Th className="w-26 pl-4 max-xl:hidden">Lifecycle</Th>
        <Th className="w-32 max-xl:hidden">Segment</Th>
        <Th className="w-36 pl-4 max-lg:hidden xl:pl-1">Owner</Th>
      </THead>
      <TBody>
        {list.rows.map((row) => (
          <AccountRow
            key={row.id}
            row={row}
            href={accountHref(search, row.id)}
            today={list.today}
          />
        ))}
      </TBody>
    </Table>
  )
}

function AccountRow({ row, href, today }: { row: AccountListRow; href: string; today: IsoDate }) {
  return (
    <Tr href={href}>
      <Td card="title" title={row.name}>
        <Link to={href} className="hover:underline">
          {row.name}
        </Link>
        {row.parent ? <span className="font-regular text-faint"> of {row.parent.name}</span> : null}
      </Td>
      {row.arr ? (
        <Td
          numeric
          strong={row.arr.amount.minor > 0}
          muted={row.arr.amount.minor === 0}
          label="ARR"
        >
          {row.coveredByParent ? (
            <Badge title={`It has no contract of its own: ${row.parent?.name ?? ''} pays for it.`}>
              covered
            </Badge>
          ) : (
            <ArrText arr={row.arr} />
          )}
        </Td>
      ) : null}
      <Td className="md:pl-4" label="Health">
        <HealthMark colour={row.health.colour} score={row.health.score} />
      </Td>
      <Td label="Renewal">
        <RenewalText date={row.nextRenewal} today={today} />
      </Td>
      <Td numeric label="Requests" muted={row.requests === 0} className="md:max-lg:hidden">
        {row.requests}
      </Td>
      <Td muted className="max-xl:hidden md:pl-4" card="hidden">
        {LIFECYCLE_WORDS[row.lifecycle]}
      </Td>
      <Td muted className="max-xl:hidden" card="hidden" title={row.segment ?? undefined}>
        {row.segment}
      </Td>
      <Td muted className="pl-4 max-lg:hidden xl:pl-1" card="hidden" title={row.owner?.name}>
        {row.owner?.name ?? <span className="text-faint">nobody</span>}
      </Td>
    </Tr>
  )
}
