import { Link } from '@remix-run/react'

import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { PastPlace } from '#app/domain/model/past-ranking.ts'
import { itemKey } from '#app/lib/readable-id.ts'

type PastTableProps = {
  rows: readonly (PastPlace & { title: string; now: number | null })[]
  /** It is scored by another version than was in force: what was stored is shown beside it. */
  other: boolean
  currency: string
}

/** A past ranking, with where each item stands now. */
export function PastTable({ rows, other, currency }: PastTableProps) {
  return (
    <Table caption="The ranking of that day" fixed plain className="max-w-[820px]">
      <THead>
        <Th numeric className="w-11">
          Rank
        </Th>
        {other ? (
          <Th numeric className="w-16" unit="was">
            Stored
          </Th>
        ) : null}
        <Th className="w-17 pl-3">ID</Th>
        <Th>Item</Th>
        <Th numeric className="w-32" unit={`${currency} an engineer-week`}>
          Score
        </Th>
        <Th numeric className="w-20" unit="now">
          Rank
        </Th>
      </THead>
      <TBody>
        {rows.map(({ id, title, rank, score, then, now }) => (
          <Tr key={id} href={`/items/${id}`}>
            <Td numeric strong label="Rank">
              {rank}
            </Td>
            {other ? (
              <Td numeric muted label="Stored rank">
                {then ?? '–'}
              </Td>
            ) : null}
            <Td label="ID" className="pl-3 text-small text-faint">
              {itemKey(id)}
            </Td>
            <Td card="title" title={title}>
              <Link to={`/items/${id}`} dir="auto" className="hover:underline">
                {title}
              </Link>
            </Td>
            <Td numeric label="Score">
              <MoneyText full amount={{ value: score, currency }} />
            </Td>
            <Td numeric muted label="Rank now">
              {now ?? '–'}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
