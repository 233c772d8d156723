import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'

import { formatDay, type IsoDate } from '#app/lib/dates.ts'

import { ChartFrame } from './chart-frame.tsx'

export type TimePoint = { date: IsoDate; value: number }

type SparklineProps = {
  /** What is drawn: `Rank`. */
  name: string
  /** Oldest first, at least one. */
  points: readonly TimePoint[]
  /** The values at the top and at the bottom of the drawing. */
  range: readonly [top: number, bottom: number]
  /** How a value is written below the drawing, and in words and in the table. */
  short: (value: number) => string
  full: (value: number) => string
  /** Day of the last publication, drawn as a line. */
  published?: IsoDate | undefined
}

const WIDTH = 104
const HEIGHT = 60

/** A figure over time as steps. The table behind it keeps the days on which it changed. */
export function Sparkline({ name, points, range, short, full, published }: SparklineProps) {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null

  const days = (date: IsoDate) => Date.parse(date) / 86_400_000
  const x = scaleLinear(
    [days(first.date), Math.max(days(last.date), days(first.date) + 1)],
    [4, 90],
  )
  const y = scaleLinear([...range], [8, 44])
  const steps = line<TimePoint>(
    (point) => x(days(point.date)),
    (point) => y(point.value),
  ).curve(curveStepAfter)
  const inSight = published !== undefined && published >= first.date && published <= last.date

  return (
    <ChartFrame
      caption={`${name} over time`}
      head={['Since', name]}
      rows={changedPoints(points).map(({ date, value }) => ({
        key: date,
        cells: [formatDay(date), full(value)],
      }))}
    >
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name} from ${full(first.value)} on ${formatDay(first.date)} to ${full(last.value)} on ${formatDay(last.date)}`}
        className="h-15 w-26"
      >
        <path d={steps(points) ?? ''} fill="none" className="stroke-accent" strokeWidth="1.6" />
        {inSight ? (
          <path d={`M${x(days(published))} 8v40`} className="stroke-ink-2" strokeDasharray="2 2" />
        ) : null}
        <circle cx={x(days(last.date))} cy={y(last.value)} r="3" className="fill-accent" />
        <text x="4" y="58">
          {short(first.value)}
        </text>
        <text x="90" y="58" textAnchor="end" className="fill-text! font-strong">
          {short(last.value)}
        </text>
      </svg>
    </ChartFrame>
  )
}

/** The days on which the value is another than on the day before. */
export function changedPoints(points: readonly TimePoint[]): TimePoint[] {
  return points.filter((point, index) => point.value !== points[index - 1]?.value)
}
