import type { ReactNode } from 'react'

import { IntervalMark } from '#app/components/charts/interval.tsx'
import { DateText } from '#app/components/date-text.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import type { BacklogColumn, BacklogSort } from '#app/domain/backlog/columns.ts'
import { formatMoney, fromMajor } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import type { Horizon, ItemStatus, Lane } from '#db/constants.ts'

import { StartBy } from './start-by.tsx'
import { Thousands } from './thousands.tsx'

export type BacklogTableRow = {
  id: number
  title: string
  lane: Lane
  status: ItemStatus
  horizon: Horizon | null
  owner: string | null
  rank: number | null
  /** Items of one tier stand in an order that is not supported. */
  tier: number | null
  /** Places since the last publication; null when the item is not ranked, or nothing was published. */
  change: number | 'new' | null
  score: number | null
  /** Ends of the score's interval. */
  low: number | null
  high: number | null
  arrAtRisk: number | null
  canSave: number | null
  tooLate: number | null
  accounts: number
  topShare: number | null
  costMean: number | null
  estimated: boolean | null
  nextRenewalOn: IsoDate | null
  startBy: IsoDate | null
}

/** What the cells of a table share. */
export type CellFrame = {
  currency: string
  today: IsoDate
  /** An item is open beside the table. */
  narrow: boolean
  /** The least and the largest end of an interval in the table; null without any. */
  scale: readonly [low: number, high: number] | null
}

type Column = {
  label: string
  /** Second line of the head; `€` stands for the base currency's sign. */
  unit?: string
  numeric?: boolean
  width: string
  /** The width while an item is open beside the table, where that is another. */
  narrow?: string
  sort?: BacklogSort
  cell: (row: BacklogTableRow, shown: CellFrame) => ReactNode
}

const amount = (value: number | null, digits?: 1) =>
  value === null ? null : <Thousands value={value} digits={digits} />

/** How each column of the backlog is headed and filled. */
export const COLUMNS: Readonly<Record<BacklogColumn, Column>> = {
  arr_at_risk: {
    label: 'ARR at risk',
    unit: '€k',
    numeric: true,
    width: 'w-19',
    sort: 'arr_at_risk',
    cell: (row) => amount(row.arrAtRisk),
  },
  can_save: {
    label: 'Can save',
    unit: '€k',
    numeric: true,
    width: 'w-17',
    sort: 'can_save',
    cell: (row) => amount(row.canSave),
  },
  score: {
    label: 'Score',
    unit: '€k a week',
    numeric: true,
    width: 'w-26',
    sort: 'score',
    cell: (row, { scale }) => <Score row={row} scale={scale} />,
  },
  accounts: {
    label: 'Accounts',
    numeric: true,
    width: 'w-18',
    sort: 'accounts',
    cell: (row) => <Accounts row={row} />,
  },
  cost: {
    label: 'Cost',
    unit: 'weeks',
    numeric: true,
    width: 'w-15',
    sort: 'cost',
    cell: (row) => <Cost row={row} />,
  },
  next_renewal: {
    label: 'Next renewal',
    numeric: true,
    width: 'w-23',
    sort: 'next_renewal',
    cell: ({ nextRenewalOn }, { today }) =>
      nextRenewalOn === null ? null : <DateText date={nextRenewalOn} today={today} as="day" />,
  },
  start_by: {
    label: 'Start by',
    numeric: true,
    width: 'w-54 md:max-xl:w-49',
    narrow: 'w-34',
    sort: 'start_by',
    cell: (row, { currency, today, narrow }) => (
      <StartBy
        startBy={row.startBy}
        tooLate={
          isSlight(row)
            ? null
            : formatMoney(fromMajor(Math.round(row.tooLate ?? 0), currency), { compact: true })
        }
        status={row.status}
        today={today}
        brief={narrow}
      />
    ),
  },
  status: {
    label: 'Status',
    width: 'w-31 pl-3',
    narrow: 'w-31 pl-3 max-2xl:w-17',
    cell: (row, { narrow }) => (
      <StatusDisc status={row.status} horizon={row.horizon} brief={narrow} />
    ),
  },
  owner: {
    label: 'Owner',
    width: 'w-13',
    cell: ({ owner }) => (owner === null ? null : <Avatar name={owner} />),
  },
}

function Score({
  row: { score, low, high },
  scale,
}: Pick<CellFrame, 'scale'> & { row: BacklogTableRow }) {
  const sure = score !== null && low !== null && high !== null && scale !== null
  return (
    <span title={sure ? `Four times in five ${thousands(low)} to ${thousands(high)}` : undefined}>
      {sure ? <IntervalMark interval={{ low, value: score, high }} scale={scale} /> : null}{' '}
      <b className="inline-block min-w-8 font-strong">{amount(score, 1)}</b>
    </span>
  )
}

const thousands = (value: number) => `${(value / 1000).toFixed(1)}k`

/** What comes too late is no matter for a row while it is less than this share of the item's ARR at risk. */
const SLIGHT = 0.05

function isSlight({ tooLate, arrAtRisk }: BacklogTableRow): boolean {
  return tooLate === null || arrAtRisk === null || tooLate <= arrAtRisk * SLIGHT
}

function Accounts({ row: { accounts, topShare } }: { row: BacklogTableRow }) {
  const heavy = accounts > 1 && topShare !== null && topShare > 0.5
  return (
    <>
      {heavy ? (
        <Badge title={`${Math.round(topShare * 100)} % of the value is one account's`}>
          {Math.round(topShare * 100)} %
        </Badge>
      ) : null}{' '}
      {accounts}
    </>
  )
}

function Cost({ row: { costMean, estimated } }: { row: BacklogTableRow }) {
  if (costMean === null) return null
  return estimated ? (
    costMean.toFixed(1)
  ) : (
    <span className="text-faint" title="Not estimated: counts as size M">
      ~ {costMean.toFixed(1)}
    </span>
  )
}
