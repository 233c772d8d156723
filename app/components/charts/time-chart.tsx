import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'

import { cx } from '#app/lib/class-names.ts'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'

import { ChartFrame } from './chart-frame.tsx'
import { changedPoints, type TimePoint } from './sparkline.tsx'
import { instant, PLOT, TimeAxes, VIEW_BOX } from './time-axes.tsx'

type TimeChartProps = {
  /** What is drawn: `Rank over time`. */
  caption: string
  /** Oldest first, at least one. */
  points: readonly TimePoint[]
  /** How a value is written on the axis, and in the table. */
  short: (value: number) => string
  full: (value: number) => string
  /** For ranks: the first place is at the top, and there are no fractions. */
  ranks?: boolean
  /** Days that are looked at, drawn as lines. */
  marks: readonly IsoDate[]
  className?: string
}

/** A figure over time as steps, with axes; the table behind it keeps the days on which it changed. */
export function TimeChart(props: TimeChartProps) {
  const { caption, points, short, full, ranks = false, marks, className } = props
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const values = points.map((point) => point.value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const days = [instant(first.date), instant(last.date)] as const
  const x = scaleUtc(days[0] < days[1] ? days : [new Date(+days[0] - 86_400_000), days[1]], [
    PLOT.left,
    PLOT.right,
  ])
  const y = ranks
    ? scaleLinear([least, Math.max(most, least + 2)], [PLOT.top, PLOT.bottom])
    : scaleLinear([0, most || 1], [PLOT.bottom, PLOT.top]).nice(4)
  const steps = line<TimePoint>(
    (point) => x(instant(point.date)),
    (point) => y(point.value),
  ).curve(curveStepAfter)

  return (
    <ChartFrame
      caption={caption}
      head={['Since', caption]}
      rows={changedPoints(points).map(({ date, value }) => ({
        key: date,
        cells: [formatDay(date), full(value)],
      }))}
    >
      <svg
        viewBox={VIEW_BOX}
        role="img"
        aria-label={`${caption}: from ${full(first.value)} on ${formatDay(first.date)} to ${full(last.value)} on ${formatDay(last.date)}`}
        className={cx('h-auto w-full', className)}
      >
        <TimeAxes x={x} y={y} short={short} whole={ranks} last={last.date} />
        {marks
          .filter((day) => day >= first.date && day <= last.date)
          .map((day) => (
            <path
              key={day}
              d={`M${x(instant(day))} ${PLOT.top}V${PLOT.bottom}`}
              className="stroke-ink-2"
              strokeDasharray="2 2"
            />
          ))}
        <path d={steps(points) ?? ''} fill="none" className="stroke-accent" strokeWidth="1.6" />
        <circle cx={x(instant(last.date))} cy={y(last.value)} r="3" className="fill-accent" />
      </svg>
    </ChartFrame>
  )
}
