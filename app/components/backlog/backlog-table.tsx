import { Link } from '@remix-run/react'

import { RankChange } from '#app/components/rank-change.tsx'
import { GroupRow, Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import {
  LARGEST_FIRST,
  NARROW_COLUMNS,
  type BacklogColumn,
  type BacklogSort,
} from '#app/domain/backlog/columns.ts'
import type { BacklogFilters } from '#app/domain/backlog/filters.ts'
import { cx } from '#app/lib/class-names.ts'
import { currencySymbol } from '#app/lib/currencies.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { changeParams } from '#app/lib/search-params.ts'

import { COLUMNS, type BacklogTableRow, type CellFrame } from './columns.tsx'

type BacklogTableProps = {
  rows: readonly BacklogTableRow[]
  columns: readonly BacklogColumn[]
  filters: Pick<BacklogFilters, 'sort' | 'direction'>
  search: URLSearchParams
  currency: string
  today: IsoDate
  /** Number of the line's last publication, which ranks are compared with. */
  since: number | null
  openId: number | null
}

const RESERVED = [
  ['security', 'Security'],
  ['compliance', 'Compliance'],
  ['debt', 'Technical debt'],
] as const

/** The ranked table; items of a reserved lane stand apart below it, because ARR never ranks them down. */
export function BacklogTable({ rows, ...rest }: BacklogTableProps) {
  const wide = rest.columns.filter((name) => onlyWide(name, rest.search)).length
  const span = { colSpan: rest.columns.length - wide + 3, wideSpan: wide }
  const scale = scaleOf(rows)
  return (
    <Table
      caption="Backlog, ranked"
      fixed
      className={cx(
        rest.openId === null &&
          (rest.search.has('columns') ? 'md:min-w-[1080px]' : 'xl:min-w-[1080px]'),
      )}
    >
      <THead>
        <Heads {...rest} />
      </THead>
      <TBody>
        {tiered(
          rows.filter((row) => row.lane === 'ranked'),
          rest.filters,
        ).map(({ tier, rows }) => [
          tier === null ? null : (
            <GroupRow key={`tier-${tier}`} {...span}>
              <b className="mr-1.5">Tier {tier}</b>
              {rows.length} {rows.length === 1 ? 'item' : 'items'}
              {tier === 1 ? '; the order inside a tier is less than 80 % sure' : null}
            </GroupRow>
          ),
          ...rows.map((row) => <Row key={row.id} row={row} scale={scale} {...rest} />),
        ])}
        {RESERVED.map(([lane, word]) => {
          const own = rows.filter((row) => row.lane === lane)
          if (own.length === 0) return null
          return [
            <GroupRow key={lane} {...span}>
              <b>{word}</b> has a lane of its own and is not ranked by ARR
            </GroupRow>,
            ...own.map((row) => <Row key={row.id} row={row} scale={scale} {...rest} />),
          ]
        })}
      </TBody>
    </Table>
  )
}

type Shown = Omit<BacklogTableProps, 'rows'>

/** The rows by tier, while the table shows the ranking from its head; otherwise all in one. */
function tiered(rows: BacklogTableRow[], { sort, direction }: Shown['filters']) {
  if (sort !== 'rank' || direction === 'down') return [{ tier: null, rows }]
  return [...groupBy(rows, (row) => row.tier)].map(([tier, rows]) => ({ tier, rows }))
}

/** The marks of the table span so many times; what lies further down than that below the top stands at the edge. */
const SPAN = 1000

/** Ends of the intervals shown, so that one mark can be held against another. */
function scaleOf(rows: readonly BacklogTableRow[]): CellFrame['scale'] {
  const ends = rows.flatMap(({ low, high }) => (low && high ? [low, high] : []))
  if (ends.length === 0) return null
  const top = Math.max(...ends)
  return [Math.max(Math.min(...ends), top / SPAN), top]
}

/** Below 1280 px a table whose columns nobody chose keeps those that it keeps beside an open item. */
function onlyWide(name: BacklogColumn, search: URLSearchParams): boolean {
  return !NARROW_COLUMNS.includes(name) && !search.has('columns')
}

function Heads({ columns, filters, search, currency, since, openId }: Shown) {
  const sorted = (key: BacklogSort) => {
    const current = filters.sort === key
    const down =
      filters.direction === null ? LARGEST_FIRST.includes(key) : filters.direction === 'down'
    return {
      sort: current ? (down ? ('descending' as const) : ('ascending' as const)) : undefined,
      sortHref: changeParams(search, {
        sort: key,
        direction: current ? (down ? 'up' : 'down') : null,
        page: null,
      }),
    }
  }
  return (
    <>
      <Th className="w-16" unit={since === null ? '± last' : `± no. ${since}`} {...sorted('rank')}>
        Rank
      </Th>
      <Th className="w-15">ID</Th>
      <Th {...sorted('title')}>Title</Th>
      {columns.map((name) => {
        const { label, unit, numeric, width, narrow, sort } = COLUMNS[name]
        return (
          <Th
            key={name}
            numeric={numeric}
            className={cx(
              openId === null ? width : (narrow ?? width),
              onlyWide(name, search) && 'md:max-xl:hidden',
            )}
            unit={unit?.replace('€', currencySymbol(currency))}
            {...(sort ? sorted(sort) : {})}
          >
            {label}
          </Th>
        )
      })}
    </>
  )
}

function Row({
  row,
  scale,
  columns,
  search,
  currency,
  today,
  openId,
}: { row: BacklogTableRow; scale: CellFrame['scale'] } & Shown) {
  const query = search.toString()
  const href = `/backlog/items/${row.id}${query ? `?${query}` : ''}`
  const open = row.id === openId
  return (
    <Tr href={href} current={open}>
      <Td label="Rank">
        <b className="font-strong md:inline-block md:w-5 md:text-right">{row.rank ?? '–'}</b>{' '}
        {row.change === null ? null : <RankChange change={row.change} />}
      </Td>
      <Td label="ID" className="text-small text-faint">
        {itemKey(row.id)}
      </Td>
      <Td card="title" title={row.title}>
        <Link
          to={href}
          preventScrollReset
          prefetch="intent"
          className={cx('hover:underline', open && 'font-strong')}
        >
          {row.title}
        </Link>
      </Td>
      {columns.map((name) => {
        const { label, unit, numeric, width, cell } = COLUMNS[name]
        return (
          <Td
            key={name}
            label={unit ? `${label}, ${unit.replace('€', currencySymbol(currency))}` : label}
            numeric={numeric}
            className={cx(
              width.includes('pl-3') && 'pl-3',
              onlyWide(name, search) && 'md:max-xl:hidden',
            )}
          >
            {cell(row, { currency, today, narrow: openId !== null, scale })}
          </Td>
        )
      })}
    </Tr>
  )
}
