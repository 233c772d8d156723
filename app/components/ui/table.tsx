import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type {
  HTMLAttributes,
  InputHTMLAttributes,
  ReactNode,
  TdHTMLAttributes,
  ThHTMLAttributes,
} from 'react'
import { cx } from '#app/lib/class-names.ts'

type Cell = {
  /** Right-aligned figures. */
  numeric?: boolean
  /** On a phone: the card's title, or not shown there. */
  card?: 'title' | 'hidden'
}

/**
 * A dense table; on a phone its rows are cards. `caption` names it for screen readers.
 * The roles are spelled out because a table that is laid out as blocks loses its own.
 */
export function Table({
  caption,
  fixed = false,
  plain = false,
  className,
  children,
}: {
  caption: string
  fixed?: boolean
  /** Within a page or a document: no tint behind the head, flush with the text around it. */
  plain?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <table
      role="table"
      className={cx(
        'cards w-full border-collapse text-row',
        fixed && 'table-fixed',
        plain && PLAIN,
        className,
      )}
    >
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  )
}

const PLAIN =
  '[--card-inset:0px] md:[&_tr>*:first-child]:pl-0 md:[&_tr>*:last-child]:pr-0 [&_th]:bg-surface [&_th]:border-b-line-strong'

/** The head; stays in sight while the rows scroll below it. */
export function THead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="md:sticky md:top-0 md:z-1">
      <tr role="row">{children}</tr>
    </thead>
  )
}

export function TBody({ children }: { children: ReactNode }) {
  return <tbody role="rowgroup">{children}</tbody>
}

type ThProps = Cell & {
  /** Unit of the figures below, on the second line. */
  unit?: string
  /** How the table is sorted by this column now. */
  sort?: 'ascending' | 'descending'
  /** Address that sorts by this column. */
  sortHref?: string
} & ThHTMLAttributes<HTMLTableCellElement>

/** A column's head: name, unit below, and the link that sorts by it. */
export function Th({ numeric, card, unit, sort, sortHref, className, children, ...rest }: ThProps) {
  const Arrow = sort === 'ascending' ? ArrowUp : ArrowDown
  const name = (
    <>
      {children}
      {sort ? <Arrow aria-hidden className="ml-0.5 inline size-3 align-[-1px]" /> : null}
    </>
  )
  return (
    <th
      role="columnheader"
      scope="col"
      {...rest}
      aria-sort={sort}
      data-card={card}
      className={cx(
        'h-10 border-b bg-sunken px-1 text-label leading-3.5 font-regular whitespace-nowrap text-muted first:pl-4 last:pr-4 print:bg-transparent',
        'aria-[sort]:font-strong aria-[sort]:text-text',
        numeric ? 'text-right tabular-nums' : 'text-left',
        className,
      )}
    >
      {sortHref ? (
        <Link to={sortHref} className="hover:text-text" preventScrollReset>
          {name}
        </Link>
      ) : (
        name
      )}
      {unit ? <span className="block font-regular text-faint">{unit}</span> : null}
    </th>
  )
}

type TrProps = {
  /** Where Enter, or a press on the row, leads. The row still holds that link for those who use neither. */
  href?: string
  /** Open in the panel beside the table. */
  current?: boolean
} & HTMLAttributes<HTMLTableRowElement>

/** A row. With `href` it takes part in `j`, `k`, `x` and `Enter`; `x` ticks its `RowSelect`. */
export function Tr({ href, current, className, ...rest }: TrProps) {
  return (
    <tr
      role="row"
      {...rest}
      data-row={href ? '' : undefined}
      data-row-href={href}
      tabIndex={href ? -1 : undefined}
      aria-current={current || undefined}
      className={cx(
        '-outline-offset-2 has-[[data-row-select]:checked]:bg-selected aria-[current]:bg-selected',
        'aria-[current]:[&>td:first-child]:shadow-[inset_2px_0_0_var(--color-accent)]',
        href && 'hover:bg-hover aria-[current]:hover:bg-selected',
        className,
      )}
    />
  )
}

/** The checkbox that selects a row for a bulk decision; `label` names the row. */
export function RowSelect({
  label,
  ...rest
}: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <input
      type="checkbox"
      {...rest}
      data-row-select=""
      aria-label={label}
      className="block size-4 accent-accent touch:size-5"
    />
  )
}

type TdProps = Cell & {
  /** Name of the value on a phone, where the head is not shown. */
  label?: string
  muted?: boolean
  strong?: boolean
} & TdHTMLAttributes<HTMLTableCellElement>

/** A cell of one line; text that is too long ends in an ellipsis, so give it a `title`. */
export function Td({ numeric, card, label, muted, strong, className, ...rest }: TdProps) {
  return (
    <td
      role="cell"
      {...rest}
      data-label={label}
      data-card={card}
      className={cx(
        'h-row-compact truncate border-b px-1 first:pl-4 last:pr-4',
        numeric && 'text-right tabular-nums',
        muted && 'text-muted',
        strong && 'font-strong',
        className,
      )}
    />
  )
}

/** The foot: sums in bold under a dark line. */
export function TFoot({ children }: { children: ReactNode }) {
  return (
    <tfoot role="rowgroup" className="font-strong [&_td]:border-t [&_td]:border-t-text">
      {children}
    </tfoot>
  )
}

/** A thin row that heads a group of rows. */
export function GroupRow({
  colSpan,
  wideSpan = 0,
  children,
}: {
  colSpan: number
  /** Columns that there are only from 1280 px on; a span over hidden ones would make up columns. */
  wideSpan?: number
  children: ReactNode
}) {
  return (
    <tr role="row">
      <td
        role="cell"
        colSpan={colSpan}
        className="h-5.5 border-b px-4 text-label text-faint [&>b]:text-muted"
      >
        {children}
      </td>
      {wideSpan > 0 ? (
        <td role="cell" colSpan={wideSpan} className="border-b max-xl:hidden" />
      ) : null}
    </tr>
  )
}
