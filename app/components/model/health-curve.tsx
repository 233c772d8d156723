import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

import { ChartFrame } from '#app/components/charts/chart-frame.tsx'
import { keepableAt } from '#app/domain/scoring/health-curve.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { percentText } from '#app/lib/numbers.ts'

const WIDTH = 360
const HEIGHT = 120
const HEALTHS = Array.from({ length: 21 }, (_, index) => 5 * index)

/** How much of a contract one critical request can keep, over the health of its account: a hump. */
export function HealthCurve({ parameters }: { parameters: ModelParameters }) {
  const points = HEALTHS.map((health) => ({ health, share: keepableAt(health, parameters) }))
  const peak = points.reduce((best, point) => (point.share > best.share ? point : best))
  const x = scaleLinear([0, 100], [4, WIDTH - 4])
  const y = scaleLinear([0, peak.share], [HEIGHT - 18, 22])
  const path = line<(typeof points)[number]>(
    ({ health }) => x(health),
    ({ share }) => y(share),
  )
  return (
    <ChartFrame
      caption="What can be kept of a contract, by health"
      head={['Health', 'Can be kept']}
      rows={points
        .filter(({ health }) => health % 10 === 0)
        .map(({ health, share }) => ({
          key: String(health),
          cells: [String(health), percentText(share, 1)],
        }))}
    >
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`What can be kept is highest at health ${peak.health}: ${percentText(peak.share, 1)}; at health 0 ${percentText(points[0]?.share ?? 0, 1)}, at 100 ${percentText(points.at(-1)?.share ?? 0, 1)}`}
        className="h-auto w-full max-w-90"
      >
        <path d={`M4 ${y(0)}H${WIDTH - 4}`} className="stroke-line-strong" />
        <path d={path(points) ?? ''} fill="none" className="stroke-accent" strokeWidth="1.6" />
        <circle cx={x(peak.health)} cy={y(peak.share)} r="3" className="fill-accent" />
        <text x={x(peak.health)} y={y(peak.share) - 8} textAnchor="middle">
          {percentText(peak.share, 1)} at health {peak.health}
        </text>
        <text x="4" y={HEIGHT - 4}>
          health 0
        </text>
        <text x={WIDTH - 4} y={HEIGHT - 4} textAnchor="end">
          100
        </text>
      </svg>
    </ChartFrame>
  )
}
