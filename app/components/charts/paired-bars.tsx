import { scaleBand, scaleLinear } from 'd3-scale'

import { ChartFrame } from './chart-frame.tsx'

const WIDTH = 480
const HEIGHT = 150
const PLOT = { left: 28, right: WIDTH - 4, top: 8, bottom: HEIGHT - 18 }

export type Pair = { key: string; label: string; first: number; second: number }

/** Two counts for each of a row of places, side by side: the first grey, the second in the accent. */
export function PairedBars({
  caption,
  names,
  pairs,
  head,
  rows,
}: {
  caption: string
  /** What the two counts are. */
  names: readonly [first: string, second: string]
  pairs: readonly Pair[]
  /** The table behind it. */
  head: Parameters<typeof ChartFrame>[0]['head']
  rows: Parameters<typeof ChartFrame>[0]['rows']
}) {
  const most = Math.max(1, ...pairs.flatMap(({ first, second }) => [first, second]))
  const x = scaleBand(
    pairs.map(({ key }) => key),
    [PLOT.left, PLOT.right],
  ).padding(0.2)
  const y = scaleLinear([0, most], [PLOT.bottom, PLOT.top]).nice(4)
  const half = x.bandwidth() / 2
  const bar = (left: number, value: number, className: string) => (
    <rect
      x={left}
      y={y(value)}
      width={Math.max(1, half - 1)}
      height={PLOT.bottom - y(value)}
      className={className}
    />
  )
  return (
    <ChartFrame caption={caption} head={head} rows={rows}>
      <p className="flex gap-4 text-small text-muted" aria-hidden>
        {names.map((name, i) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 8 8" className="size-2">
              <rect width="8" height="8" className={i === 0 ? 'fill-ink-2' : 'fill-accent'} />
            </svg>
            {name}
          </span>
        ))}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${caption}: ${pairs
          .map(({ label, first, second }) => `${label}, ${first} and ${second}`)
          .join('; ')}`}
        className="h-auto w-full max-w-120"
      >
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <path d={`M${PLOT.left} ${y(tick)}H${PLOT.right}`} className="stroke-line" />
              <text x={PLOT.left - 4} y={y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
        {pairs.map(({ key, label, first, second }) => {
          const left = x(key) ?? 0
          return (
            <g key={key}>
              {bar(left, first, 'fill-ink-2')}
              {bar(left + half, second, 'fill-accent')}
              <text x={left + half} y={HEIGHT - 4} textAnchor="middle">
                {label}
              </text>
            </g>
          )
        })}
      </svg>
    </ChartFrame>
  )
}
