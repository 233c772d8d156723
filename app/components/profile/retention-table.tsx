import { ShareIntervals } from '#app/components/charts/share-intervals.tsx'
import { Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { KeptShare } from '#app/domain/icp/evidence-row.ts'
import type { BandRetention, Retention, RevenueShare } from '#app/domain/icp/retention.ts'
import { percentText } from '#app/lib/numbers.ts'

import { BAND_WORDS, rangeText } from './band-words.ts'
import { drawn } from './evidence-cells.tsx'

const between = (low: number, high: number) => `${percentText(low, 0)} to ${percentText(high, 0)}`

/** How the accounts of each band were kept: as customers, and their revenue for whoever may see it. */
export function RetentionTable({
  bands,
  all,
  revenue,
}: {
  bands: readonly BandRetention[]
  all: Retention
  revenue: boolean
}) {
  return (
    <Table caption="Retention by band of fit" fixed plain>
      <THead>
        <Th>Fit 90 days after the start</Th>
        <Th className="w-32 max-lg:hidden">
          <span className="flex w-25 justify-between">
            <span>0 %</span>
            <span>100 %</span>
          </span>
        </Th>
        <Th numeric className="w-36" unit="customers">
          Stayed
        </Th>
        {revenue ? (
          <>
            <Th numeric className="w-36" unit="revenue, growth left out">
              Gross retention
            </Th>
            <Th numeric className="w-36" unit="revenue with growth">
              Net retention
            </Th>
          </>
        ) : null}
      </THead>
      <TBody>
        {bands.map((one) => (
          <Tr key={one.band}>
            <Td card="title">
              <span className="font-strong">{BAND_WORDS[one.band]}</span>{' '}
              <span className="text-small font-regular text-muted">{rangeText(one.band)}</span>
            </Td>
            <Shares one={one} revenue={revenue} />
          </Tr>
        ))}
      </TBody>
      <TFoot>
        <Tr>
          <Td card="title">All</Td>
          <Shares one={all} revenue={revenue} />
        </Tr>
      </TFoot>
    </Table>
  )
}

function Shares({ one, revenue }: { one: Retention; revenue: boolean }) {
  const { stayed, grr, nrr } = one
  const shares = drawn(stayed, 'accent')
  return (
    <>
      <Td card="hidden" className="max-lg:hidden">
        {shares.length > 0 ? <ShareIntervals shares={shares} width={100} /> : null}
      </Td>
      <Td numeric label="Stayed" className="py-1">
        <Counted share={stayed} />
      </Td>
      {revenue ? (
        <>
          <Td numeric label="Gross retention" className="py-1">
            <Money share={grr} of={stayed.of} />
          </Td>
          <Td numeric label="Net retention" className="py-1">
            <Money share={nrr} of={stayed.of} />
          </Td>
        </>
      ) : null}
    </>
  )
}

function Counted({ share: { kept, of, low, high } }: { share: KeptShare }) {
  if (of === 0) return <span className="text-muted">none</span>
  return (
    <>
      <span className="block">
        {kept} of {of}
      </span>
      <span className="block text-small font-regular text-muted">{between(low, high)}</span>
    </>
  )
}

function Money({ share, of }: { share: RevenueShare | null; of: number }) {
  if (share === null) return of === 0 ? null : <span className="text-muted">too few</span>
  return (
    <>
      <span className="block">{percentText(share.value, 0)}</span>
      <span className="block text-small font-regular text-muted">
        {between(share.low, share.high)}
      </span>
    </>
  )
}
