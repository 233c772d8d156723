import { Link } from '@remix-run/react'

import { PairedBars } from '#app/components/charts/paired-bars.tsx'
import { MoneyText } from '#app/components/money-text.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { DriftView } from '#app/domain/icp/drift/drift-view.ts'
import { fitBand } from '#app/domain/icp/fit.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

type Shift = NonNullable<DriftView['shift']>

/** How the accounts spread over the fit on the day of the first snapshot and today. */
export function FitDistribution({
  shift: { bins, bands },
  since,
  currency,
}: {
  shift: Shift
  since: IsoDate
  currency: string
}) {
  const money = bands.some(({ after }) => after.arr !== null)
  const amount = ({ arr }: { arr: number | null }) =>
    arr === null ? null : <MoneyText amount={{ value: arr, currency }} />
  return (
    <div className="grid items-start gap-x-10 gap-y-4 xl:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
      <PairedBars
        caption="Accounts by fit, in ten equal bins"
        names={[formatDay(since), 'today']}
        pairs={bins.map(({ from, before, after }) => ({
          key: String(from),
          label: from.toFixed(1),
          first: before.accounts,
          second: after.accounts,
        }))}
        head={['Fit from', formatDay(since), 'Today']}
        rows={bins.map(({ from, before, after }) => ({
          key: String(from),
          cells: [from.toFixed(1), String(before.accounts), String(after.accounts)],
        }))}
      />
      <Table caption="Accounts by band, then and today" fixed plain>
        <THead>
          <Th>Band</Th>
          <Th numeric>Then</Th>
          <Th numeric>Today</Th>
          {money ? <Th numeric>ARR then</Th> : null}
          {money ? <Th numeric>ARR today</Th> : null}
        </THead>
        <TBody>
          {bands.map(({ band, before, after }) => (
            <Tr key={band}>
              <Td card="title" className="capitalize">
                {band}
              </Td>
              <Td numeric label="Then">
                {before.accounts}
              </Td>
              <Td numeric label="Today">
                {after.accounts}
              </Td>
              {money ? (
                <Td numeric label="ARR then">
                  {amount(before)}
                </Td>
              ) : null}
              {money ? (
                <Td numeric label="ARR today">
                  {amount(after)}
                </Td>
              ) : null}
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  )
}

/** More than these are counted. */
const SHOWN = 100

/** The accounts that are in another band, came or went. */
export function MovedAccounts({ moved }: Pick<Shift, 'moved'>) {
  if (moved.length === 0) return <p className="text-muted">Every account is in the band it was.</p>
  return (
    <>
      <Table caption="Accounts that moved" fixed plain>
        <THead>
          <Th>Account</Th>
          <Th className="w-40">Then</Th>
          <Th className="w-40">Today</Th>
        </THead>
        <TBody>
          {moved.slice(0, SHOWN).map(({ id, name, before, after }) => (
            <Tr key={id} href={`/accounts/${id}`}>
              <Td card="title">
                <Link to={`/accounts/${id}`} className="hover:underline">
                  {name}
                </Link>
              </Td>
              <Td label="Then">{before === null ? 'was not there' : fitText(before)}</Td>
              <Td label="Today">{after === null ? 'has left' : fitText(after)}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {moved.length > SHOWN ? (
        <p className="pt-2 text-small text-muted">
          The {SHOWN} largest moves of {moved.length}.
        </p>
      ) : null}
    </>
  )
}

const fitText = (fit: number) => `${fit.toFixed(2)}, ${fitBand(fit)}`
