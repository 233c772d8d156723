import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

const LOOKS = {
  info: { box: 'border-accent-line bg-accent-soft', ink: 'text-accent', Icon: Info },
  watch: { box: 'border-line-strong bg-watch-soft', ink: 'text-watch', Icon: TriangleAlert },
  risk: { box: 'border-line-strong bg-risk-soft', ink: 'text-risk', Icon: CircleAlert },
} as const

/** A remark that stands in the page. `live` when it appears as the answer to something the person did. */
export function Callout({
  tone = 'info',
  title,
  action,
  live = false,
  className,
  children,
}: {
  tone?: keyof typeof LOOKS
  title?: string
  action?: ReactNode
  live?: boolean
  className?: string
  children?: ReactNode
}) {
  const { box, ink, Icon } = LOOKS[tone]
  return (
    <div
      role={live ? (tone === 'risk' ? 'alert' : 'status') : undefined}
      className={cx('flex items-start gap-2 rounded-md border px-3 py-2 text-row', box, className)}
    >
      <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title ? <strong>{title}</strong> : null} {children}
      </div>
      {action}
    </div>
  )
}
