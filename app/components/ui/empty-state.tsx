import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

/** Nothing here yet: what would be here, how it comes about, and the first step. */
export function EmptyState({
  title,
  action,
  className,
  children,
}: {
  title: string
  action?: ReactNode
  className?: string
  children?: ReactNode
}) {
  return (
    <div className={cx('mx-auto max-w-[48ch] px-4 py-12 text-center', className)}>
      <h2 className="text-head">{title}</h2>
      {children ? <div className="mt-1 text-body text-muted">{children}</div> : null}
      {action ? <div className="mt-4 flex justify-center gap-2">{action}</div> : null}
    </div>
  )
}
