import { scaleLog } from 'd3-scale'

/** What is likely, and the figure that stands for it. */
export type Interval = { low: number; value: number; high: number }

const WIDTH = 44
/** The mark never touches the ends of its line. */
const INSET = 2

/**
 * An interval in a cell, on a logarithmic scale that all cells of the column share; beside the figure it qualifies,
 * which says it in words. Nothing is drawn for an item without value.
 * @param scale the least low and the largest high of the column
 */
export function IntervalMark({
  interval: { low, value, high },
  scale,
}: {
  interval: Interval
  scale: readonly [low: number, high: number]
}) {
  if (low <= 0 || scale[0] <= 0) return null
  const x = scaleLog(scale, [INSET, WIDTH - INSET]).clamp(true)
  return (
    <svg viewBox={`0 0 ${WIDTH} 12`} aria-hidden className="inline-block h-3 w-11 align-middle">
      <path d={`M0 6h${WIDTH}`} className="stroke-line" />
      <rect
        x={x(low)}
        y="3.5"
        width={Math.max(2, x(high) - x(low))}
        height="5"
        rx="1"
        className="fill-ink-3"
      />
      <path d={`M${x(value)} 2v8`} className="stroke-ink-1" strokeWidth="1.5" />
    </svg>
  )
}
