import { Link } from '@remix-run/react'

import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { Odds } from '#app/domain/items/item-page.ts'
import { oddsText } from '#app/domain/items/words.ts'
import { SUPPORTED } from '#app/domain/scoring/uncertainty.ts'
import { itemKey } from '#app/lib/readable-id.ts'

type OddsTableProps = {
  item: { id: number; title: string; line: string; rank: number | null }
  odds: readonly Odds[]
}

/** Items in the order of their ranks, this one among them, each with how sure the order of the two is. */
export function OddsTable({ item, odds }: OddsTableProps) {
  const above = odds.filter((one) => one.above)
  const below = odds.filter((one) => !one.above)
  const lines = odds.some((one) => one.line !== item.line)
  const rows = (list: readonly Odds[]) =>
    list.map((one) => <Row key={one.id} {...one} line={lines ? one.line : null} />)
  return (
    <Table
      caption={`How sure the place of ${itemKey(item.id)} is`}
      fixed
      plain
      className="max-w-[820px]"
    >
      <THead>
        <Th numeric className="w-11">
          Rank
        </Th>
        <Th className="w-17 pl-3">ID</Th>
        <Th>Item</Th>
        {lines ? <Th className="w-32">Product line</Th> : null}
        <Th className="w-44">Stands</Th>
        <Th numeric className="w-24" unit="probability">
          That is so
        </Th>
      </THead>
      <TBody>
        {rows(above)}
        <Tr current>
          <Td numeric strong label="Rank">
            {item.rank}
          </Td>
          <Td label="ID" className="pl-3 text-small text-faint">
            {itemKey(item.id)}
          </Td>
          <Td card="title" strong title={item.title}>
            <span dir="auto">{item.title}</span>
          </Td>
          <Td card="hidden" colSpan={lines ? 3 : 2} />
        </Tr>
        {rows(below)}
      </TBody>
    </Table>
  )
}

function Row({ id, title, line, rank, above, odds }: Omit<Odds, 'line'> & { line: string | null }) {
  const supported = odds >= SUPPORTED
  return (
    <Tr href={`/items/${id}`}>
      <Td numeric label="Rank">
        {rank}
      </Td>
      <Td label="ID" className="pl-3 text-small text-faint">
        {itemKey(id)}
      </Td>
      <Td card="title" title={title}>
        <Link to={`/items/${id}`} dir="auto" className="hover:underline">
          {title}
        </Link>
      </Td>
      {line === null ? null : (
        <Td muted label="Product line" title={line}>
          {line}
        </Td>
      )}
      <Td muted label="Stands">
        {above ? 'above it' : 'below it'}
        {supported ? '' : ', not supported'}
      </Td>
      <Td numeric strong={supported} muted={!supported} label="Probability">
        {oddsText(odds)}
      </Td>
    </Tr>
  )
}
