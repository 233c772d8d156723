import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'

import { formatDay, type IsoDate } from '#app/lib/dates.ts'

import { ChartFrame } from './chart-frame.tsx'
import { instant, PLOT, TimeAxes, VIEW_BOX } from './time-axes.tsx'

/** A figure from 0 to 100 that was measured once, on a day. */
export type Estimate = {
  /** What measured it: `Poll 2`. */
  name: string
  date: IsoDate
  value: number
  /** Ends of its 95 % interval; null where it cannot be said. */
  interval: { low: number; high: number } | null
}

type EstimateTrendProps = {
  caption: string
  /** Oldest first, at least two. */
  estimates: readonly Estimate[]
}

/** Room for the marks of the first and the last one. */
const INSET = 12

const whole = (value: number) => String(Math.round(value))
const range = ({ interval }: Estimate) =>
  interval ? `${whole(interval.low)} to ${whole(interval.high)}` : 'not known'

/** Figures that were measured now and then, each with its interval: nothing is known of the time between them. */
export function EstimateTrend({ caption, estimates }: EstimateTrendProps) {
  const first = estimates[0]
  const last = estimates.at(-1)
  if (!first || !last) return null
  const x = scaleUtc(
    [instant(first.date), instant(last.date)],
    [PLOT.left + INSET, PLOT.right - INSET],
  )
  const y = scaleLinear([0, 100], [PLOT.bottom, PLOT.top])
  const path = line<Estimate>(
    ({ date }) => x(instant(date)),
    ({ value }) => y(value),
  )
  return (
    <ChartFrame
      caption={caption}
      head={['Measured by', 'On', 'Of 100', '95 % interval']}
      rows={estimates.map((one) => ({
        key: one.name,
        cells: [one.name, formatDay(one.date), whole(one.value), range(one)],
      }))}
    >
      <svg
        viewBox={VIEW_BOX}
        role="img"
        aria-label={`${caption}: ${estimates
          .map((one) => `${one.name} ${whole(one.value)} of 100 (${range(one)})`)
          .join(', ')}`}
        className="h-auto w-full"
      >
        <TimeAxes x={x} y={y} short={whole} last={last.date} />
        <path
          d={path(estimates) ?? ''}
          fill="none"
          className="stroke-ink-2"
          strokeDasharray="3 3"
          data-mark="course"
        />
        {estimates.map(({ name, date, value, interval }) => {
          const at = x(instant(date))
          return (
            <g key={name}>
              {interval ? (
                <path
                  d={`M${at} ${y(interval.low)}V${y(interval.high)}M${at - 4} ${y(interval.low)}h8M${at - 4} ${y(interval.high)}h8`}
                  className="stroke-accent"
                  strokeWidth="1.5"
                  data-mark="interval"
                />
              ) : null}
              <circle cx={at} cy={y(value)} r="4" className="fill-accent" />
            </g>
          )
        })}
      </svg>
    </ChartFrame>
  )
}
