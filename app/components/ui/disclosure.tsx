import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

/** A line that opens in place; works without JavaScript. */
export function Disclosure({
  summary,
  open,
  className,
  children,
}: {
  summary: ReactNode
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={cx('group/disclosure', className)}>
      <summary className="inline-flex max-w-full items-center gap-1 text-small text-muted hover:text-text touch:min-h-touch">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 transition-transform group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      {children}
    </details>
  )
}
