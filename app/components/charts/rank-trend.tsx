import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { formatDay, type IsoDate } from '#app/lib/dates.ts'
import { ChartFrame } from './chart-frame.tsx'

export type RankPoint = { date: IsoDate; rank: number }

type RankTrendProps = {
  /** Oldest first, at least one. */
  points: readonly RankPoint[]
  /** Day of the last publication, drawn as a line. */
  published?: IsoDate
}

const WIDTH = 104
const HEIGHT = 60

/** Ranks over time as steps; the first place is at the top. The table behind it keeps the days on which the rank changed. */
export function RankTrend({ points, published }: RankTrendProps) {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null

  const days = (date: IsoDate) => Date.parse(date) / 86_400_000
  const ranks = points.map((point) => point.rank)
  const x = scaleLinear(
    [days(first.date), Math.max(days(last.date), days(first.date) + 1)],
    [4, 90],
  )
  const best = Math.min(...ranks)
  const y = scaleLinear([best, Math.max(Math.max(...ranks), best + 1)], [8, 44])
  const steps = line<RankPoint>(
    (point) => x(days(point.date)),
    (point) => y(point.rank),
  ).curve(curveStepAfter)
  const inSight = published !== undefined && published >= first.date && published <= last.date

  return (
    <ChartFrame
      caption="Rank over time"
      head={['Since', 'Rank']}
      rows={changes(points).map(({ date, rank }) => ({
        key: date,
        cells: [formatDay(date), String(rank)],
      }))}
    >
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Rank from ${first.rank} on ${formatDay(first.date)} to ${last.rank} on ${formatDay(last.date)}`}
        className="h-15 w-26"
      >
        <path d={steps(points) ?? ''} fill="none" className="stroke-accent" strokeWidth="1.6" />
        {inSight ? (
          <path d={`M${x(days(published))} 8v40`} className="stroke-ink-2" strokeDasharray="2 2" />
        ) : null}
        <circle cx={x(days(last.date))} cy={y(last.rank)} r="3" className="fill-accent" />
        <text x="4" y="58">
          #{first.rank}
        </text>
        <text x="90" y="58" textAnchor="end" className="fill-text! font-strong">
          #{last.rank}
        </text>
      </svg>
    </ChartFrame>
  )
}

function changes(points: readonly RankPoint[]): RankPoint[] {
  return points.filter((point, index) => point.rank !== points[index - 1]?.rank)
}
