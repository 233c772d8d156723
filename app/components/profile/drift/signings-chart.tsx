import { PairedBars } from '#app/components/charts/paired-bars.tsx'
import type { DriftView } from '#app/domain/icp/drift/drift-view.ts'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import { formatMonth } from '#app/lib/dates.ts'
import { sum } from '#app/lib/numbers.ts'

/** What began in each of the last twelve months, and how much of it is off-profile. */
export function SigningsChart({
  signings: { off, known, unknown, months },
  currency,
}: Pick<DriftView, 'signings' | 'currency'>) {
  const money = (arr: number | null) =>
    arr === null ? [] : [formatMoney(fromMajor(Math.round(arr), currency))]
  const share = (part: number | null, all: number | null) =>
    part === null || all === null || all === 0 ? '' : `, ${Math.round((100 * part) / all)} %`
  if (known.contracts + unknown.contracts === 0) {
    return <p className="text-muted">No contract began in them.</p>
  }
  return (
    <>
      {off.arr === null ? null : (
        <p className="max-w-prose pb-2">
          {[
            `${money(off.arr)} of ${money(known.arr)} of new ARR is off-profile${share(off.arr, known.arr)}`,
            ...(unknown.contracts > 0
              ? [`another ${money(unknown.arr)} is of accounts of which nothing is known`]
              : []),
          ].join('; ')}
          .
        </p>
      )}
      <PairedBars
        caption="Contracts that began, by month"
        names={['began', 'off-profile']}
        pairs={months.map(({ month, off, known, unknown }) => ({
          key: month,
          label: formatMonth(month).slice(0, 3),
          first: sum([known.contracts, unknown.contracts]),
          second: off.contracts,
        }))}
        head={[
          'Month',
          'Fit known',
          'Off-profile',
          'Unknown',
          ...(off.arr === null ? [] : ['ARR, fit known', 'ARR off-profile']),
        ]}
        rows={months.map(({ month, off, known, unknown }) => ({
          key: month,
          cells: [
            formatMonth(month),
            ...[known, off, unknown].map(({ contracts }) => String(contracts)),
            ...money(known.arr),
            ...money(off.arr),
          ],
        }))}
      />
      <p className="max-w-prose pt-2 text-small text-muted">
        A contract that began is new business or an expansion: a renewal goes on in its contract.
        The fit is that of its account today, also of one that has left since.
      </p>
    </>
  )
}
