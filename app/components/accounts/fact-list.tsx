import type { ReactNode } from 'react'

/** Words and values, a line each. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line border-y">{children}</dl>
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[112px_minmax(0,1fr)] gap-2 py-1.25">
      <dt className="wrap-anywhere text-muted">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {children || <span className="text-faint">unknown</span>}
      </dd>
    </div>
  )
}
