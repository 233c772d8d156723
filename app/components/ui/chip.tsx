import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A filter in force, with the link that takes it off. */
export function Chip({
  label,
  removeHref,
  children,
}: {
  /** What is filtered: `Status`. */
  label: string
  removeHref: string
  /** How: `is open`. */
  children: ReactNode
}) {
  return (
    <span className="inline-flex h-6 max-w-full items-center gap-1 rounded-md border border-line-strong pl-2 text-small whitespace-nowrap text-muted touch:h-touch">
      {label} <span className="truncate text-text">{children}</span>
      <Link
        to={removeHref}
        preventScrollReset
        aria-label={`Remove filter ${label}`}
        className="grid h-full w-6 place-items-center rounded-md hover:bg-hover hover:text-text touch:w-touch"
      >
        <X aria-hidden className="size-3.5" />
      </Link>
    </span>
  )
}
