import { useNavigate } from '@remix-run/react'
import { X } from 'lucide-react'
import { useCallback, useId, type ReactNode } from 'react'
import { IconLink } from './icon-button.tsx'
import { useEscape } from './use-escape.ts'

/** What is open beside the list, at its own URL, whose subject it is. Escape and the cross lead to `closeHref`. */
export function Panel({
  title,
  eyebrow,
  closeHref,
  actions,
  children,
}: {
  title: ReactNode
  /** Above the title: id and rank. */
  eyebrow?: ReactNode
  closeHref: string
  actions?: ReactNode
  children?: ReactNode
}) {
  const titleId = useId()
  const navigate = useNavigate()
  const close = useCallback(() => {
    navigate(closeHref, { preventScrollReset: true })
  }, [navigate, closeHref])
  useEscape(close)

  return (
    <aside
      aria-labelledby={titleId}
      className="flex min-w-0 flex-1 flex-col bg-surface xl:w-panel xl:flex-none xl:border-l"
    >
      <div className="shrink-0 px-5 pt-3">
        <div className="flex min-h-6 items-center gap-1 text-faint">
          <div className="min-w-0 flex-1 truncate">{eyebrow}</div>
          {actions}
          <IconLink
            to={closeHref}
            preventScrollReset
            label="Close"
            icon={<X aria-hidden className="size-4" />}
            className="-mr-1.5"
          />
        </div>
        <h1 id={titleId} className="wrap-anywhere">
          {title}
        </h1>
      </div>
      <div
        data-scroller=""
        className="relative min-h-0 flex-1 overflow-y-auto max-md:overflow-visible"
      >
        {children}
      </div>
    </aside>
  )
}

/** Key figures in one line, each with a word below it that says how to read it. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="grid border-y *:border-l *:py-2 *:pl-3 max-sm:grid-cols-2 max-sm:*:odd:border-l-0 max-sm:*:odd:pl-0 sm:grid-flow-col sm:*:first:border-l-0 sm:*:first:pl-0">
      {children}
    </dl>
  )
}

export function Figure({
  label,
  note,
  children,
}: {
  label: ReactNode
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-muted">{label}</dt>
      <dd className="text-head font-strong wrap-anywhere tabular-nums">{children}</dd>
      {note ? <dd className="text-label text-muted">{note}</dd> : null}
    </div>
  )
}
