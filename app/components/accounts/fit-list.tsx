import { Link } from '@remix-run/react'

import { Badge, type Tone } from '#app/components/ui/badge.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import type { FitBand } from '#app/domain/icp/fit.ts'
import type { LineFit } from '#app/domain/icp/line-fit.ts'

import { FitReceipt } from './fit-receipt.tsx'
import { fitSummary } from './fit-words.ts'
import { PathList } from './path-list.tsx'

const TONES: Readonly<Record<FitBand, Tone>> = {
  ideal: 'good',
  good: 'good',
  fair: 'plain',
  poor: 'watch',
}

/** The fit against the profile of each product line that has one: its parts, and what would make it better. */
export function FitList({
  fits,
  factHref,
}: {
  fits: readonly LineFit[]
  /** Where a fact is filled in; null when the reader cannot. */
  factHref: (attribute: string) => string | null
}) {
  return (
    <>
      <ul className="divide-y divide-line border-y">
        {fits.map(({ productLine, slug, fit, paths, isBest }) => (
          <li key={slug} className="py-1.5">
            <div className="flex items-center gap-2">
              <Link
                to={`/profiles?line=${slug}`}
                className="min-w-0 flex-1 truncate hover:underline"
                title={productLine}
              >
                {productLine}
              </Link>
              {isBest ? <span className="text-small text-muted">best</span> : null}
              <Badge tone={TONES[fit.band]}>{fit.band}</Badge>
              <b>{fit.fit.toFixed(2)}</b>
            </div>
            <Disclosure summary={fitSummary(fit)}>
              <FitReceipt fit={fit} fillHref={factHref} />
            </Disclosure>
            <PathList band={fit.band} paths={paths} workHref={factHref} />
          </li>
        ))}
      </ul>
      {fits.length > 1 ? (
        <p className="pt-1 text-small text-muted">
          The score takes the fit of the contract’s product line; where it names none, the best.
        </p>
      ) : null}
    </>
  )
}
