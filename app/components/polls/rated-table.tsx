import { Link } from '@remix-run/react'

import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { RatedByBoth, TeamRating } from '#app/domain/polls/results.ts'
import { decimalText } from '#app/lib/numbers.ts'

/** `2 × 4, 1 × 5`: how many gave which rating. */
function countsText({ counts }: TeamRating): string {
  return counts.flatMap((n, i) => (n > 0 ? [`${n} × ${i + 1}`] : [])).join(', ')
}

/** Every account that both teams rated, those first on which they part the most; with the reader's own rating. */
export function RatedTable({
  rated,
  own,
}: {
  rated: readonly RatedByBoth[]
  own: Readonly<Record<number, number | null>>
}) {
  const answered = Object.keys(own).length > 0
  return (
    <Table caption="Ratings of both teams by account" plain className="max-w-[840px]">
      <THead>
        <Th>Account</Th>
        <Th numeric unit="mean">
          CS
        </Th>
        <Th numeric>Ratings</Th>
        <Th numeric unit="mean">
          Product
        </Th>
        <Th numeric>Ratings</Th>
        <Th numeric>CS − Product</Th>
        {answered ? <Th numeric>You</Th> : null}
      </THead>
      <TBody>
        {rated.map(({ id, name, cs, product }) => (
          <Tr key={id} href={`/accounts/${id}`}>
            <Td card="title">
              <Link to={`/accounts/${id}`} className="hover:underline">
                {name}
              </Link>
            </Td>
            <Td numeric label="CS">
              {decimalText(cs.mean, 1)}
            </Td>
            <Td numeric muted label="Ratings of CS">
              {countsText(cs)}
            </Td>
            <Td numeric label="Product">
              {decimalText(product.mean, 1)}
            </Td>
            <Td numeric muted label="Ratings of Product">
              {countsText(product)}
            </Td>
            <Td numeric strong label="CS − Product">
              {decimalText(cs.mean - product.mean, 1)}
            </Td>
            {answered ? (
              <Td numeric label="You">
                {own[id] ?? ''}
              </Td>
            ) : null}
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
