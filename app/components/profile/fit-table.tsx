import { Link } from '@remix-run/react'

import { FitReceipt } from '#app/components/accounts/fit-receipt.tsx'
import { fitSummary } from '#app/components/accounts/fit-words.ts'
import { MoneyText } from '#app/components/money-text.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { Fit } from '#app/domain/icp/fit.ts'
import type { DescribedStep } from '#app/domain/icp/line-fit.ts'

type FitRow = {
  id: number
  name: string
  owner: string | null
  /** Null for whoever may not see revenue. */
  arr: number | null
  fit: Fit
  /** What lifts it, in a list of accounts that are close; null in any other. */
  steps: DescribedStep[] | null
}

/** Accounts against a version: their fit with its parts, and what those that are close lack. */
export function FitTable({
  rows,
  currency,
  close,
  byArr,
  sortHref,
}: {
  rows: readonly FitRow[]
  currency: string
  close: boolean
  /** Whether the order is that of ARR. */
  byArr: boolean
  sortHref: (by: 'arr' | null) => string
}) {
  const money = rows.some(({ arr }) => arr !== null)
  return (
    <Table caption="Accounts by fit" fixed>
      <THead>
        <Th className="w-56">Account</Th>
        <Th className="w-36">Owner</Th>
        <Th
          numeric
          className="w-16"
          sort={byArr || close ? undefined : 'descending'}
          sortHref={close ? undefined : sortHref(null)}
        >
          Fit
        </Th>
        <Th className="w-16 pl-3">Band</Th>
        {money ? (
          <Th
            numeric
            className="w-24"
            sort={byArr ? 'descending' : undefined}
            sortHref={sortHref('arr')}
          >
            ARR
          </Th>
        ) : null}
        {close ? (
          <Th className="pl-4" sort={byArr ? undefined : 'ascending'} sortHref={sortHref(null)}>
            What it lacks
          </Th>
        ) : null}
        <Th className={close ? 'w-54 pl-4' : 'pl-4'}>Why</Th>
      </THead>
      <TBody>
        {rows.map(({ id, name, owner, arr, fit, steps }) => (
          <Tr key={id} href={`/accounts/${id}`}>
            <Td card="title" title={name}>
              <Link to={`/accounts/${id}`} className="hover:underline">
                {name}
              </Link>
            </Td>
            <Td label="Owner" muted title={owner ?? undefined}>
              {owner ?? 'nobody'}
            </Td>
            <Td numeric strong label="Fit">
              {fit.fit.toFixed(2)}
            </Td>
            <Td label="Band" className="pl-3">
              {fit.band}
            </Td>
            {money ? (
              <Td numeric label="ARR">
                {arr === null ? null : <MoneyText amount={{ value: arr, currency }} />}
              </Td>
            ) : null}
            {close ? (
              <Td label="What it lacks" className="py-1 pl-4 whitespace-normal">
                {(steps ?? []).map(stepText).join(', then ')}
              </Td>
            ) : null}
            <Td className="py-1 pl-4 whitespace-normal">
              <Disclosure summary={<span className="truncate">{fitSummary(fit)}</span>}>
                <div className="max-w-96">
                  <FitReceipt fit={fit} fillHref={() => null} />
                </div>
              </Disclosure>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

function stepText({ turns, findOut }: DescribedStep): string {
  const labels = turns
    .map(({ kind, label }) => (kind === 'exclusion' ? `no longer ${label}` : label))
    .join(' and ')
  return findOut ? `${labels} (find out)` : labels
}
