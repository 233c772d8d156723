import { cx } from '#app/lib/class-names.ts'
import { IMPORTANCES, type Importance } from '#db/constants.ts'

const BARS = [
  { x: 1, y: 10, height: 3 },
  { x: 4.2, y: 7.4, height: 5.6 },
  { x: 7.4, y: 4.8, height: 8.2 },
  { x: 10.6, y: 2.2, height: 10.8 },
] as const

/** An importance as four bars: minor fills one, blocker all, in the colour of risk. */
export function ImportanceBars({
  importance,
  wordless = false,
}: {
  importance: Importance
  /** The bars alone; the word is their name for screen readers. */
  wordless?: boolean
}) {
  const filled = IMPORTANCES.length - IMPORTANCES.indexOf(importance)
  const ink = importance === 'blocker' ? 'fill-risk' : 'fill-ink-1'
  return (
    <span
      className={cx(
        'inline-flex items-baseline gap-1.5 whitespace-nowrap',
        wordless && 'align-middle',
      )}
    >
      <svg
        viewBox="0 0 14 14"
        className="size-3.5 shrink-0 self-center"
        {...(wordless ? { role: 'img', 'aria-label': importance } : { 'aria-hidden': true })}
      >
        {wordless ? <title>{importance}</title> : null}
        {BARS.map((bar, index) => (
          <rect
            key={bar.x}
            {...bar}
            width="2.4"
            rx=".6"
            className={index < filled ? ink : 'fill-ink-3'}
          />
        ))}
      </svg>
      {wordless ? null : <span>{importance}</span>}
    </span>
  )
}
