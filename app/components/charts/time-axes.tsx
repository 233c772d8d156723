import type { ScaleLinear, ScaleTime } from 'd3-scale'

import { formatDayShort, toIsoDate, type IsoDate } from '#app/lib/dates.ts'

export const VIEW_BOX = '0 0 400 170'
export const PLOT = { left: 44, right: 392, top: 10, bottom: 144 }

/** Days are drawn where they begin. */
export const instant = (date: IsoDate) => new Date(`${date}T00:00:00Z`)

type TimeAxesProps = {
  x: ScaleTime<number, number>
  y: ScaleLinear<number, number>
  /** How a value is written beside its line. */
  short: (value: number) => string
  whole?: boolean
  last: IsoDate
}

/** Lines with their values, and the days below them. */
export function TimeAxes({ x, y, short, whole = false, last }: TimeAxesProps) {
  return (
    <>
      {y
        .ticks(4)
        .filter((tick) => !whole || Number.isInteger(tick))
        .map((tick) => (
          <g key={tick}>
            <path d={`M${PLOT.left} ${y(tick)}H${PLOT.right}`} className="stroke-line" />
            <text x={PLOT.left - 6} y={y(tick) + 4} textAnchor="end">
              {short(tick)}
            </text>
          </g>
        ))}
      {x.ticks(4).map((tick) => (
        <text key={+tick} x={x(tick)} y={PLOT.bottom + 18} textAnchor="middle">
          {formatDayShort(toIsoDate(tick), last)}
        </text>
      ))}
    </>
  )
}
