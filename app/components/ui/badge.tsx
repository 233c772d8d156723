import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

export type Tone = 'risk' | 'watch' | 'good' | 'accent' | 'plain'

const TONES: Record<Tone, string> = {
  risk: 'bg-risk-soft text-risk',
  watch: 'bg-watch-soft text-watch',
  good: 'bg-good-soft text-good',
  accent: 'bg-accent-soft text-accent',
  plain: 'bg-hover text-muted',
}

/** A word on a tint. A tone other than plain means that someone must act, or names a state. */
export function Badge({
  tone = 'plain',
  title,
  className,
  children,
}: {
  tone?: Tone
  title?: string
  className?: string
  children: ReactNode
}) {
  return (
    <span
      title={title}
      className={cx(
        'inline-block rounded-sm px-1.25 text-small font-regular whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
