import { ShareIntervals } from '#app/components/charts/share-intervals.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, TFoot, Th, THead, Tr } from '#app/components/ui/table.tsx'

import type { KeptShare } from '#app/domain/icp/evidence-row.ts'
import type { FitBand } from '#app/domain/icp/fit.ts'
import type { Size } from '#app/domain/icp/measures.ts'

import { BAND_WORDS, rangeText } from './band-words.ts'
import { drawn } from './evidence-cells.tsx'

type Band = Size & { band: FitBand }

/** How the accounts spread over the bands of fit. */
export function BandsTable({
  bands,
  all,
  kept = null,
  currency,
  bandHref = null,
}: {
  bands: readonly Band[]
  all: Size
  /** Who was kept, of those that had this fit early on, by band and in all; null where a version is not weighed yet. */
  kept?: { bands: readonly KeptShare[]; all: KeptShare } | null
  currency: string
  /** Where the accounts of a band are listed. */
  bandHref?: ((band: FitBand) => string) | null
}) {
  const money = all.arr !== null
  const arr = ({ arr: value }: Size) =>
    value === null ? null : <MoneyText amount={{ value, currency }} />
  return (
    <Table caption="Fit bands" fixed plain>
      <THead>
        <Th>Band</Th>
        <Th numeric className="w-14">
          Accounts
        </Th>
        {money ? (
          <Th numeric className="w-18">
            ARR
          </Th>
        ) : null}
        {kept ? (
          <>
            <Th className="w-24 pl-3">
              <span className="flex w-20 justify-between">
                <span>0 %</span>
                <span>100 %</span>
              </span>
            </Th>
            <Th numeric className="w-16">
              Kept
            </Th>
          </>
        ) : null}
      </THead>
      <TBody>
        {bands.map((band, index) => (
          <Tr key={band.band} href={bandHref?.(band.band)}>
            <Td card="title" className="py-1 whitespace-normal">
              {bandHref ? (
                <a href={bandHref(band.band)} className="font-strong hover:underline">
                  {BAND_WORDS[band.band]}
                </a>
              ) : (
                <span className="font-strong">{BAND_WORDS[band.band]}</span>
              )}{' '}
              <span className="inline-block text-small text-muted">{rangeText(band.band)}</span>
            </Td>
            <Td numeric label="Accounts">
              {band.accounts}
            </Td>
            {money ? (
              <Td numeric label="ARR">
                {arr(band)}
              </Td>
            ) : null}
            {kept ? <KeptCells share={kept.bands[index]} /> : null}
          </Tr>
        ))}
      </TBody>
      <TFoot>
        <Tr>
          <Td>All</Td>
          <Td numeric>{all.accounts}</Td>
          {money ? <Td numeric>{arr(all)}</Td> : null}
          {kept ? <KeptCells share={kept.all} /> : null}
        </Tr>
      </TFoot>
    </Table>
  )
}

function KeptCells({ share }: { share: KeptShare | undefined }) {
  const shares = share ? drawn(share, 'accent') : []
  return (
    <>
      <Td card="hidden" className="pl-3">
        {shares.length > 0 ? <ShareIntervals shares={shares} width={80} /> : null}
      </Td>
      <Td numeric label="Kept">
        {share && share.of > 0 ? `${share.kept} of ${share.of}` : null}
      </Td>
    </>
  )
}
