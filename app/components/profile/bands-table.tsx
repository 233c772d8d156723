import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'

import type { Size } from './criteria-table.tsx'

const WORDS = { ideal: 'Ideal', good: 'Good', fair: 'Fair', poor: 'Poor' } as const

type Band = Size & { band: keyof typeof WORDS; least: number; below: number | null }

function range({ least, below }: Band): string {
  if (below === null) return `${least.toFixed(2)} and up`
  return least === 0 ? `below ${below.toFixed(2)}` : `${least.toFixed(2)} to ${below.toFixed(2)}`
}

/** How the accounts spread over the bands of fit. */
export function BandsTable({
  bands,
  all,
  currency,
  bandHref,
}: {
  bands: readonly Band[]
  all: Size
  currency: string
  bandHref: (band: string) => string
}) {
  const arr = ({ arr: value }: Size) =>
    value === null ? null : <MoneyText amount={{ value, currency }} />
  return (
    <Table caption="Fit bands" fixed plain>
      <THead>
        <Th>Band</Th>
        <Th numeric className="w-24">
          Accounts
        </Th>
        <Th numeric className="w-24">
          ARR
        </Th>
      </THead>
      <TBody>
        {bands.map((band) => (
          <Tr key={band.band} href={bandHref(band.band)}>
            <Td card="title">
              <a href={bandHref(band.band)} className="font-strong hover:underline">
                {WORDS[band.band]}
              </a>{' '}
              <span className="text-small text-muted">{range(band)}</span>
            </Td>
            <Td numeric label="Accounts">
              {band.accounts}
            </Td>
            <Td numeric label="ARR">
              {arr(band)}
            </Td>
          </Tr>
        ))}
      </TBody>
      <TFoot>
        <Tr>
          <Td>All</Td>
          <Td numeric>{all.accounts}</Td>
          <Td numeric>{arr(all)}</Td>
        </Tr>
      </TFoot>
    </Table>
  )
}
