import { ShareIntervals } from '#app/components/charts/share-intervals.tsx'
import { Td, Th } from '#app/components/ui/table.tsx'
import type { EvidenceRow, KeptShare } from '#app/domain/icp/evidence-row.ts'
import { cx } from '#app/lib/class-names.ts'
import { percentText } from '#app/lib/numbers.ts'

/** Of a chart in a cell, as the head above it is. */
const WIDTH = 136

/** A share of kept accounts as a chart draws it; there is nothing to draw without accounts. */
export function drawn<I extends 'accent' | 'quiet'>(share: KeptShare, ink: I) {
  return share.of === 0 ? [] : [{ ...share, value: share.kept / share.of, ink }]
}

/** The heads over `EvidenceCells`. */
export function EvidenceHeads() {
  return (
    <>
      <Th className="w-38 pl-4 max-lg:hidden">
        <span className="flex w-34 justify-between">
          <span>0 %</span>
          <span>100 %</span>
        </span>
      </Th>
      <Th numeric className="w-18">
        Kept
      </Th>
      <Th className="w-38 pl-4">Our own retention says</Th>
    </>
  )
}

/** What our own retention says of one test: the intervals with and without it, how many were kept, and the verdict. */
export function EvidenceCells({ row, outcomes }: { row: EvidenceRow; outcomes: KeptShare }) {
  const all = outcomes.of === 0 ? {} : { all: outcomes.kept / outcomes.of }
  const shares = [...drawn(row.with, 'accent'), ...drawn(row.without, 'quiet')]
  return (
    <>
      <Td card="hidden" className="py-1 pl-4 max-lg:hidden">
        {shares.length > 0 ? <ShareIntervals shares={shares} {...all} width={WIDTH} /> : null}
      </Td>
      <Td numeric label="Kept" className="py-1.5">
        {shares.length > 0 ? (
          <>
            <Kept share={row.with} word="with it" />
            <Kept share={row.without} word="without it" muted />
          </>
        ) : null}
      </Td>
      <Td label="Our own retention says" className="py-1.5 pl-4 whitespace-normal">
        <span className={cx('block font-strong', row.verdict === 'established' && 'text-good')}>
          {row.word}
        </span>
        <span className="block text-small text-muted">{row.note}</span>
      </Td>
    </>
  )
}

function Kept({ share, word, muted }: { share: KeptShare; word: string; muted?: boolean }) {
  const { kept, of, low, high } = share
  return (
    <span
      className={cx('block', muted && 'text-muted')}
      title={of === 0 ? undefined : `${word}: ${percentText(low, 0)} to ${percentText(high, 0)}`}
    >
      {of === 0 ? 'none' : `${kept} of ${of}`}
      <span className="md:sr-only"> {word}</span>
    </span>
  )
}

/** What the dots and the dotted line of the intervals are. */
export function EvidenceLegend({ outcomes }: { outcomes: KeptShare }) {
  if (outcomes.of === 0) return null
  return (
    <span className="ml-auto flex gap-3.5 text-small text-muted max-lg:hidden">
      <span className="flex items-center gap-1.5">
        <i aria-hidden className="size-2 rounded-full bg-accent" /> kept, with it
      </span>
      <span className="flex items-center gap-1.5">
        <i aria-hidden className="size-2 rounded-full bg-ink-2" /> without it
      </span>
      <span className="flex items-center gap-1.5">
        <i aria-hidden className="h-3.5 border-l border-dashed border-ink-2" /> all,{' '}
        {percentText(outcomes.kept / outcomes.of, 0)}
      </span>
    </span>
  )
}
