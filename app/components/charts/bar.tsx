import { scaleLinear } from 'd3-scale'
import { cx } from '#app/lib/class-names.ts'

/** A bar in a cell, beside the figure it draws; so it says nothing of its own to a screen reader. */
export function Bar({
  value,
  max,
  className,
}: {
  value: number
  /** The value that fills the cell. */
  max: number
  className?: string
}) {
  const width = scaleLinear([0, max || 1], [0, 100]).clamp(true)
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden
      className={cx('inline-block h-1.5 w-12 align-middle', className)}
    >
      <rect x={100 - width(value)} width={width(value)} height="6" className="fill-ink-1" />
    </svg>
  )
}
