import { Link } from '@remix-run/react'

import { Badge, type Tone } from '#app/components/ui/badge.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { attributeText } from '#app/domain/accounts/attributes.ts'
import type { AccountFit } from '#app/domain/accounts/account-page.ts'
import type { FitBand, FitReason } from '#app/domain/icp/fit.ts'

const TONES: Readonly<Record<FitBand, Tone>> = {
  ideal: 'good',
  good: 'good',
  fair: 'plain',
  poor: 'watch',
}

/** The fit against the profile of each product line that has one, with what speaks for and against it. */
export function FitList({ fits }: { fits: readonly AccountFit[] }) {
  return (
    <ul className="divide-y divide-line border-y">
      {fits.map(({ productLine, slug, fit }) => (
        <li key={slug} className="py-1.5">
          <div className="flex items-center gap-2">
            <Link
              to={`/profiles?line=${slug}`}
              className="min-w-0 flex-1 truncate hover:underline"
              title={productLine}
            >
              {productLine}
            </Link>
            <Badge tone={TONES[fit.band]}>{fit.band}</Badge>
            <b>{fit.fit.toFixed(2)}</b>
          </div>
          <Disclosure summary={summaryOf(fit)}>
            <Reasons title="For" reasons={fit.reasonsFor} />
            <Reasons title="Against" reasons={fit.reasonsAgainst} />
            <Reasons title="Unknown" reasons={fit.unknown} />
            <Reasons title="For those who may see revenue" reasons={fit.withheld} />
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

function summaryOf({ reasonsFor, reasonsAgainst, unknown, ruledOut }: AccountFit['fit']): string {
  if (ruledOut) return 'Ruled out, see why'
  const counts = `${reasonsFor.length} for, ${reasonsAgainst.length} against`
  return unknown.length > 0 ? `${counts}, ${unknown.length} unknown` : counts
}

function Reasons({ title, reasons }: { title: string; reasons: readonly FitReason[] }) {
  if (reasons.length === 0) return null
  return (
    <div className="mt-1 text-small">
      <div className="text-label text-faint">{title}</div>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.kind} ${reason.label} ${reason.test}`} className="wrap-anywhere">
            {reason.label}{' '}
            <span className="text-muted">
              {reason.test}
              {reason.value === null ? '' : `; it is ${attributeText(reason.value)}`}
              {reason.points > 0 ? ` (${reason.points})` : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
