import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

/** The head of a screen: its name, what qualifies it, and what can be done. */
export function PageHeader({
  title,
  aside,
  actions,
  className,
}: {
  title: ReactNode
  /** Beside the title: a badge, a count. */
  aside?: ReactNode
  actions?: ReactNode
  className?: string
}) {
  return (
    <header
      className={cx(
        'flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-(--gutter) py-2',
        className,
      )}
    >
      <h1 className="min-w-0 wrap-anywhere">{title}</h1>
      {aside}
      {actions ? (
        <div data-chrome="" className="ml-auto flex flex-wrap items-center gap-2">
          {actions}
        </div>
      ) : null}
    </header>
  )
}

/** The body of a page that is read or filled in. `form` is one narrow column. */
export function PageBody({
  width = 'full',
  className,
  children,
}: {
  width?: 'full' | 'prose' | 'form'
  className?: string
  children: ReactNode
}) {
  return (
    <div
      className={cx(
        'px-(--gutter) pb-10',
        width === 'prose' && 'max-w-[calc(72ch+48px)]',
        width === 'form' && 'max-w-[608px]',
        className,
      )}
    >
      {children}
    </div>
  )
}

/** A titled part of a page. */
export function Section({
  title,
  aside,
  actions,
  className,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section className={cx('pt-5', className)}>
      <div className="flex flex-wrap items-center gap-2 pb-1.5">
        <h2>{title}</h2>
        {aside ? <span className="text-small text-muted">{aside}</span> : null}
        {actions ? <div className="ml-auto flex items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}

/** What a long form or a triage decides by, in sight at the foot of the window. */
export function ActionBar({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      data-chrome=""
      className={cx(
        'sticky bottom-0 z-10 flex min-h-bar flex-wrap items-center gap-1.5 border-t bg-sunken px-(--gutter) py-1.5',
        'max-md:bottom-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))]',
        className,
      )}
    >
      {children}
    </div>
  )
}
