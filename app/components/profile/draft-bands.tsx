import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { DraftMeasure } from '#app/domain/icp/draft.ts'

import { BAND_WORDS, rangeText } from './bands-table.tsx'

/** How the accounts would spread over the bands of fit by what is written. */
export function DraftBands({
  spread: { bands, all },
  currency,
}: {
  spread: NonNullable<DraftMeasure['spread']>
  currency: string
}) {
  const arr = (value: number | null) =>
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
          <Tr key={band.band}>
            <Td card="title">
              <span className="font-strong">{BAND_WORDS[band.band]}</span>{' '}
              <span className="text-small text-muted">{rangeText(band)}</span>
            </Td>
            <Td numeric label="Accounts">
              {band.accounts}
            </Td>
            <Td numeric label="ARR">
              {arr(band.arr)}
            </Td>
          </Tr>
        ))}
      </TBody>
      <TFoot>
        <Tr>
          <Td>All</Td>
          <Td numeric>{all.accounts}</Td>
          <Td numeric>{arr(all.arr)}</Td>
        </Tr>
      </TFoot>
    </Table>
  )
}
