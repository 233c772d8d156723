import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { MoneyText } from '#app/components/money-text.tsx'
import { RankChange } from '#app/components/rank-change.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { Move } from '#app/domain/model/compare-rankings.ts'

/** A move; without the score for whoever may not see revenue. */
type ShownMove = Omit<Move, 'score'> & { score: Move['score'] | null }

type MovesProps<M extends ShownMove> = {
  moves: readonly M[]
  currency: string
  /** Slug of the product line whose ranks these are; empty for all. */
  line: string
  /** Why it moves, below its title. */
  why?: (move: M) => ReactNode
}

/** So many moves are in sight at once. */
const FIRST = 15

/** Items with their rank and score before and after, the largest move first. */
export function Moves<M extends ShownMove>({ moves, ...props }: MovesProps<M>) {
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

function MoveTable<M extends ShownMove>({ moves, currency, line, why }: MovesProps<M>) {
  const query = line ? `?line=${encodeURIComponent(line)}` : ''
  const money = moves.some(({ score }) => score !== null)
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
        {money ? (
          <Th numeric className="w-40" unit={`${currency} an engineer-week`}>
            Score
          </Th>
        ) : null}
      </THead>
      <TBody>
        {moves.map((move) => {
          const { id, title, rank, score } = move
          return (
            <Tr key={id}>
              <Td card="title" title={title} className={why && 'py-1 whitespace-normal'}>
                <Link to={`/backlog/items/${id}${query}`} dir="auto" className="hover:underline">
                  {title}
                </Link>
                {why ? (
                  <span className="block text-small font-regular text-muted">{why(move)}</span>
                ) : null}
              </Td>
              <Td numeric label="Rank">
                {rank[0]} → <b>{rank[1]}</b>
              </Td>
              <Td numeric label="Places">
                <RankChange change={rank[0] - rank[1]} />
              </Td>
              {score ? (
                <Td numeric label="Score">
                  {amount(score[0])} → <b>{amount(score[1])}</b>
                </Td>
              ) : null}
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}
