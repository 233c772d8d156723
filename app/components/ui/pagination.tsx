import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from './button.tsx'

/** Steps through a keyset: there is a page before, a page after, and no page numbers. */
export function Pagination({
  previousHref,
  nextHref,
  children,
}: {
  previousHref?: string | null
  nextHref?: string | null
  /** What is shown: `50 of 148 accounts`. */
  children?: ReactNode
}) {
  return (
    <nav aria-label="Pages" className="flex flex-1 items-center gap-2 text-small text-muted">
      <span className="flex-1">{children}</span>
      {previousHref ? (
        <ButtonLink
          to={previousHref}
          rel="prev"
          size="small"
          icon={<ChevronLeft aria-hidden className="size-4" />}
        >
          Previous
        </ButtonLink>
      ) : null}
      {nextHref ? (
        <ButtonLink to={nextHref} rel="next" size="small">
          Next
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
