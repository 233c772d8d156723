import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

type ListScreenProps = {
  header: ReactNode
  /** Saved views and filters, on one line. */
  toolbar?: ReactNode
  /** Totals and pages, in sight at the foot. */
  footer?: ReactNode
  /** A `Panel`, for the row that is open. */
  panel?: ReactNode
  /** Keeps the room of a panel that is on its way, where there is room beside the list. */
  pendingPanel?: ReactNode
  children: ReactNode
}

/**
 * A screen that is a list: on a desk only the rows scroll, on a phone the page does.
 * Below 1280 px an open panel takes the place of the list.
 * What scrolls is `relative`, so that words for screen readers only scroll with it and never stretch the page.
 */
export function ListScreen({
  header,
  toolbar,
  footer,
  panel,
  pendingPanel,
  children,
}: ListScreenProps) {
  return (
    <div className="flex min-h-0 [--gutter:16px] md:h-dvh print:h-auto">
      <div className={cx('flex min-w-0 flex-1 flex-col', panel && 'max-xl:hidden')}>
        {header}
        {toolbar ? (
          <div
            data-chrome=""
            className="flex min-h-row shrink-0 flex-wrap items-center gap-1 border-b px-4"
          >
            {toolbar}
          </div>
        ) : null}
        <div
          data-scroller=""
          className="relative min-h-0 flex-1 overflow-auto max-md:overflow-visible"
        >
          {children}
        </div>
        {footer ? (
          <footer className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-1.5 border-t bg-sunken px-4 py-1 text-small text-muted [&_b]:text-text">
            {footer}
          </footer>
        ) : null}
      </div>
      {panel}
      {pendingPanel ? <div className="hidden xl:flex">{pendingPanel}</div> : null}
    </div>
  )
}
