import { scaleLinear } from 'd3-scale'

const INSET = 4
const LINE = 20

/** A share and its interval, 0 to 1. */
type DrawnShare = { value: number; low: number; high: number }

const INK = {
  accent: { line: 'stroke-accent', dot: 'fill-accent' },
  quiet: { line: 'stroke-ink-2', dot: 'fill-ink-2' },
} as const

/**
 * Shares with their intervals, one below the other on a scale from 0 to 100 % that all cells of a column share. They are
 * drawn beside the counts that say them, so a screen reader hears those.
 */
export function ShareIntervals({
  shares,
  all,
  width,
}: {
  shares: readonly (DrawnShare & { ink: keyof typeof INK })[]
  /** The share of all, as a dotted line to compare with. */
  all?: number
  width: number
}) {
  const height = LINE * shares.length + 4
  const x = scaleLinear([0, 1], [INSET, width - INSET]).clamp(true)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
      <path d={`M${x(0)} 0V${height}M${x(1)} 0V${height}`} className="stroke-line" />
      {all === undefined ? null : (
        <path
          d={`M${x(all)} 0V${height}`}
          className="stroke-ink-2"
          strokeDasharray="2 2"
          data-mark="all"
        />
      )}
      {shares.map(({ value, low, high, ink }, i) => {
        const y = 2 + LINE * (i + 0.5)
        return (
          <g key={ink}>
            <path
              d={`M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 3}v6M${x(high)} ${y - 3}v6`}
              className={INK[ink].line}
              strokeWidth="1.5"
              fill="none"
            />
            <circle cx={x(value)} cy={y} r="4" className={INK[ink].dot} />
          </g>
        )
      })}
    </svg>
  )
}
