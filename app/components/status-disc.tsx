import { cx } from '#app/lib/class-names.ts'
import type { Horizon, ItemStatus } from '#db/constants.ts'

const HORIZON_WORDS = { now: 'Now', next: 'Next', later: 'Later' } as const
export const STATUS_WORDS = {
  candidate: 'Candidate',
  planned: 'Planned',
  in_progress: 'In progress',
  shipped: 'Shipped',
  declined: 'Declined',
} as const

/** The word for where an item stands: its horizon while it is planned, otherwise its status. */
export function statusWord(status: ItemStatus, horizon: Horizon | null): string {
  return status === 'planned' && horizon ? HORIZON_WORDS[horizon] : STATUS_WORDS[status]
}

/** Where an item stands, as a disc that fills on the way from candidate to shipped, and the word. */
export function StatusDisc({
  status,
  horizon = null,
  brief = false,
}: {
  status: ItemStatus
  horizon?: Horizon | null
  /** Below 1536 px only the disc is seen. */
  brief?: boolean
}) {
  const shape = status === 'planned' ? (horizon ?? 'later') : status
  const word = statusWord(status, horizon)
  const soon = shape === 'now' || shape === 'in_progress'
  return (
    <span
      title={brief ? word : undefined}
      className={cx(
        'relative inline-flex items-baseline gap-1.5 whitespace-nowrap text-muted',
        brief && 'max-2xl:align-middle',
      )}
    >
      <svg
        viewBox="0 0 14 14"
        aria-hidden
        className={cx('size-3.5 shrink-0 self-center', soon && 'text-accent')}
      >
        <circle
          cx="7"
          cy="7"
          r="5.2"
          fill={shape === 'shipped' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.4"
          strokeDasharray={shape === 'candidate' ? '1.6 1.67' : undefined}
        />
        {FILLS[shape]}
      </svg>
      <span className={cx(brief && 'max-2xl:sr-only')}>{word}</span>
    </span>
  )
}

const FILLS = {
  candidate: null,
  later: <path d="M7 7V4A3 3 0 0 1 10 7z" fill="currentColor" />,
  next: <path d="M7 7V4A3 3 0 0 1 7 10z" fill="currentColor" />,
  now: <path d="M7 7V4A3 3 0 1 1 4 7z" fill="currentColor" />,
  in_progress: <circle cx="7" cy="7" r="2.6" fill="currentColor" />,
  shipped: (
    <path d="m4.6 7.2 1.7 1.7 3.2-3.6" fill="none" className="stroke-surface" strokeWidth="1.4" />
  ),
  declined: <path d="M4.8 7h4.4" stroke="currentColor" strokeWidth="1.4" />,
} as const
