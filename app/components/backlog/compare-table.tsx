import { Link } from '@remix-run/react'

import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { CompareSort } from '#app/domain/backlog/compare-query.ts'
import type { ComparedItem } from '#app/domain/scoring/peers/compare.ts'
import type { Peer } from '#app/domain/scoring/peers/types.ts'
import { currencySymbol } from '#app/lib/currencies.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { changeParams } from '#app/lib/search-params.ts'

import { peerFigure, peerParts } from './peer-figure.ts'
import { Thousands } from './thousands.tsx'

type Row = ComparedItem & { title: string; ourScore: number }

type CompareTableProps = {
  rows: readonly Row[]
  peer: Pick<Peer, 'name' | 'unit'>
  currency: string
  sort: CompareSort
  search: URLSearchParams
}

/** The backlog with both places of each item, what the peer makes of it, and why they differ. */
export function CompareTable({ rows, peer, currency, sort, search }: CompareTableProps) {
  const sorted = (by: CompareSort) => ({
    sort:
      by !== sort
        ? undefined
        : by === 'difference'
          ? ('descending' as const)
          : ('ascending' as const),
    sortHref: changeParams(search, { sort: by === 'ours' ? null : by }),
  })
  return (
    <Table caption={`Backlog beside ${peer.name}`} fixed>
      <THead>
        <Th numeric className="w-14" {...sorted('ours')}>
          Ours
        </Th>
        <Th numeric className="w-15" {...sorted('theirs')}>
          Theirs
        </Th>
        <Th numeric className="w-20" {...sorted('difference')}>
          Difference
        </Th>
        <Th className="w-20 pl-4 md:max-xl:hidden">ID</Th>
        <Th className="pl-4">Title</Th>
        <Th numeric className="w-20 md:max-xl:hidden" unit={`${currencySymbol(currency)}k a week`}>
          Our score
        </Th>
        <Th numeric className="w-22">
          Their score
        </Th>
        <Th className="w-58 pl-4 md:max-xl:hidden">Made of</Th>
        <Th className="w-[26%] pl-4 md:max-xl:w-[38%]">Why</Th>
      </THead>
      <TBody>
        {rows.map((row) => {
          const href = `/items/${row.id}`
          return (
            <Tr key={row.id} href={href}>
              <Td numeric label="Ours" strong>
                {row.ours}
              </Td>
              <Td numeric label="Theirs">
                {row.theirs}
              </Td>
              <Td numeric label="Difference">
                <Difference places={row.difference} />
              </Td>
              <Td label="ID" className="pl-4 text-small text-faint md:max-xl:hidden">
                {itemKey(row.id)}
              </Td>
              <Td card="title" title={row.title} className="md:pl-4">
                <Link to={href} className="hover:underline">
                  {row.title}
                </Link>
              </Td>
              <Td
                numeric
                label={`Our score, ${currencySymbol(currency)}k a week`}
                className="md:max-xl:hidden"
              >
                <Thousands value={row.ourScore} digits={1} />
              </Td>
              <Td numeric label="Their score" title={peerParts(row.score, currency)}>
                {peerFigure(row.score.score, peer.unit, currency)}
              </Td>
              <Td
                label="Made of"
                muted
                className="py-1 pl-4 text-small whitespace-normal! md:max-xl:hidden"
              >
                {peerParts(row.score, currency)}
              </Td>
              <Td label="Why" className="py-1 pl-4 text-small whitespace-normal!">
                {row.reason}
              </Td>
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}

/** Places that the peer puts an item above ours or below. */
function Difference({ places }: { places: number }) {
  if (places === 0) return <span className="text-faint">same</span>
  return (
    <>
      <span aria-hidden>
        {places > 0 ? '▲' : '▼'} {Math.abs(places)}
      </span>
      <span className="sr-only">
        {Math.abs(places)} {places > 0 ? 'above ours' : 'below ours'}
      </span>
    </>
  )
}
