import { Check, TriangleAlert } from 'lucide-react'

import { MoneyText } from '#app/components/money-text.tsx'

export type Totals = {
  shown: { arrAtRisk: number; canSave: number; accounts: number }
  others: { arrAtRisk: number }
  baseline: number
  residual: number
  total: number
  exposures: number
  reconciles: boolean
}

/** The rows' sum, and what makes it the ARR at risk of all contracts and deals in view: no euro is counted twice. */
export function BacklogTotals({
  totals,
  items,
  currency,
}: {
  totals: Totals
  items: number
  currency: string
}) {
  const amount = (value: number) => <MoneyText full amount={{ value, currency }} />
  const more = [
    [totals.others.arrAtRisk, 'on other items'],
    [totals.baseline, 'not about the product'],
    [totals.residual, 'declined or shipped'],
  ] as const
  return (
    <>
      <b>
        {items} {items === 1 ? 'item' : 'items'}
      </b>
      <span>{amount(totals.shown.arrAtRisk)} at risk</span>
      {more.map(([value, word]) =>
        value < 0.5 ? null : (
          <span key={word}>
            + {amount(value)} {word}
          </span>
        ),
      )}
      <span>
        = <b>{amount(totals.total)}</b> over{' '}
        {totals.exposures === 1
          ? 'one contract or deal'
          : `${totals.exposures} contracts and deals`}
      </span>
      {totals.reconciles ? (
        <span className="ml-auto inline-flex items-center gap-1 text-good">
          <Check aria-hidden className="size-3.5" /> reconciles
        </span>
      ) : (
        <span className="ml-auto inline-flex items-center gap-1 text-risk">
          <TriangleAlert aria-hidden className="size-3.5" /> does not add up
        </span>
      )}
    </>
  )
}
