import { Link } from '@remix-run/react'

import { MoneyText } from '#app/components/money-text.tsx'
import { RankChange } from '#app/components/rank-change.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { Move } from '#app/domain/model/compare-rankings.ts'

type MovesProps = {
  moves: readonly Move[]
  currency: string
  /** Slug of the product line whose ranks these are; empty for all. */
  line: string
}

/** So many moves are in sight at once. */
const FIRST = 15

/** Items with their rank and score before and after, the largest move first. */
export function Moves({ moves, ...props }: MovesProps) {
  const more = moves.slice(FIRST)
  if (moves.length === 0) return <p className="text-muted">No item moves.</p>
  return (
    <>
      <MoveTable moves={moves.slice(0, FIRST)} {...props} />
      {more.length > 0 ? (
        <Disclosure summary={`${more.length} more`} className="mt-1">
          <MoveTable moves={more} {...props} />
        </Disclosure>
      ) : null}
    </>
  )
}

function MoveTable({ moves, currency, line }: MovesProps) {
  const query = line ? `?line=${encodeURIComponent(line)}` : ''
  const amount = (value: number) => <MoneyText amount={{ value, currency }} />
  return (
    <Table caption="Items that move" plain fixed>
      <THead>
        <Th>Item</Th>
        <Th numeric className="w-24">
          Rank
        </Th>
        <Th numeric className="w-16">
          Places
        </Th>
        <Th numeric className="w-40" unit={`${currency} an engineer-week`}>
          Score
        </Th>
      </THead>
      <TBody>
        {moves.map(({ id, title, rank, score }) => (
          <Tr key={id}>
            <Td card="title" title={title}>
              <Link to={`/backlog/items/${id}${query}`} dir="auto" className="hover:underline">
                {title}
              </Link>
            </Td>
            <Td numeric label="Rank">
              {rank[0]} → <b>{rank[1]}</b>
            </Td>
            <Td numeric label="Places">
              <RankChange change={rank[0] - rank[1]} />
            </Td>
            <Td numeric label="Score">
              {amount(score[0])} → <b>{amount(score[1])}</b>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
