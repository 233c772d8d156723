import { scaleLinear } from 'd3-scale'

import { Z95 } from '#app/lib/wilson.ts'

type Estimate = { weight: number; sd: number }

const WIDTH = 160
const INSET = 5

/** The 95 % interval of a weight. */
export const intervalOf = ({ weight, sd }: Estimate) => ({
  low: weight - Z95 * sd,
  high: weight + Z95 * sd,
})

/**
 * A weight as it was and as it is, each with its 95 % interval, on a scale that all cells of the column share; the dotted
 * line is 0, where a criterion says nothing. Drawn beside the figures that say it.
 */
export function EstimatePair({
  before,
  after,
  scale,
}: {
  before: Estimate
  after: Estimate
  scale: readonly [low: number, high: number]
}) {
  const x = scaleLinear(scale, [INSET, WIDTH - INSET]).clamp(true)
  const rows = [
    [before, 9, 'stroke-ink-2', 'fill-ink-2'],
    [after, 21, 'stroke-accent', 'fill-accent'],
  ] as const
  return (
    <svg viewBox={`0 0 ${WIDTH} 30`} aria-hidden className="inline-block h-7.5 w-40 align-middle">
      <path d={`M${x(0)} 0V30`} className="stroke-ink-2" strokeDasharray="2 2" />
      {rows.map(([estimate, y, line, dot]) => {
        const { low, high } = intervalOf(estimate)
        return (
          <g key={y}>
            <path d={`M${x(low)} ${y}H${x(high)}`} className={line} strokeWidth="1.5" />
            <circle cx={x(estimate.weight)} cy={y} r="4" className={dot} />
          </g>
        )
      })}
    </svg>
  )
}
