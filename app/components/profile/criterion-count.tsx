import { CircleAlert } from 'lucide-react'

import { MoneyText } from '#app/components/money-text.tsx'
import type { RowMeasure } from '#app/domain/icp/draft.ts'
import { counted } from '#app/lib/counted.ts'

/** How our accounts stand against a criterion that is being written. */
export function CriterionCount({ measure, currency }: { measure: RowMeasure; currency: string }) {
  if (!measure) return <p className="text-small text-faint md:text-right">not counted yet</p>
  const { met, unknown } = measure
  return (
    <p className="text-small leading-4 text-muted md:text-right">
      <span
        className="whitespace-nowrap text-text"
        title={`${counted(met.accounts, 'account')} meet it`}
      >
        {met.accounts}
        <span className="md:hidden"> meet it</span>
        {met.arr === null ? null : (
          <>
            , <MoneyText amount={{ value: met.arr, currency }} />
          </>
        )}
      </span>
      <span className="whitespace-nowrap max-md:before:content-['_·_'] md:block">
        {unknown.accounts} unknown
      </span>
    </p>
  )
}

/** What a criterion asks for that no account has: a warning, for it may come. */
export function AbsentValues({ measure }: { measure: RowMeasure }) {
  if (!measure || (measure.absent.length === 0 && measure.met.accounts > 0)) return null
  return (
    <p className="flex gap-1.5 text-small text-watch max-md:col-span-2 md:col-span-6 md:col-start-2">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {measure.absent.length > 0
          ? `No account has ${measure.absent.join(', ')}. Is it written so?`
          : 'No account meets it.'}
      </span>
    </p>
  )
}
