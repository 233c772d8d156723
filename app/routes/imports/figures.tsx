import { Link } from '@remix-run/react'

import { cx } from '#app/lib/class-names.ts'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'
import { ROW_FILTERS, type RowFilter } from '#app/domain/imports/row-filter.ts'
import { FILTER_WORDS } from '#app/domain/imports/words.ts'

const BOX = 'flex min-w-24 flex-col px-3 py-1.5 max-md:flex-1'

/** The rows by what they do; with `show` each figure leads to its rows. */
export function Figures({ record, show }: { record: ImportPage; show?: RowFilter | null }) {
  const { counts } = record
  const isLinked = show !== undefined
  const filters = ROW_FILTERS.filter(
    (filter) => (filter !== 'conflict' && filter !== 'kept') || (counts[filter] ?? 0) > 0,
  )
  const total = record.totalRows ?? 0
  return (
    <nav
      aria-label="Rows by result"
      className="mt-3 flex flex-wrap divide-x divide-line overflow-hidden rounded-md border"
    >
      {isLinked ? <Figure to="?" current={show === null} label="All rows" count={total} /> : null}
      {filters.map((filter) => (
        <Figure
          key={filter}
          to={isLinked ? `?show=${filter}` : null}
          current={show === filter}
          label={FILTER_WORDS[filter]}
          count={counts[filter] ?? 0}
          isWrong={filter === 'wrong' || filter === 'conflict' || filter === 'kept'}
        />
      ))}
    </nav>
  )
}

function Figure({
  to,
  current,
  label,
  count,
  isWrong = false,
}: {
  to: string | null
  current: boolean
  label: string
  count: number
  isWrong?: boolean
}) {
  const content = (
    <>
      <span className={cx('text-head font-strong', isWrong && count > 0 && 'text-risk')}>
        {count.toLocaleString('en')}
      </span>
      <span className="text-small text-muted">{label}</span>
    </>
  )
  if (to === null) return <span className={BOX}>{content}</span>
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={current || undefined}
      className={cx(BOX, '-outline-offset-2 hover:bg-hover aria-[current]:bg-selected')}
    >
      {content}
    </Link>
  )
}
