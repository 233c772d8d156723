import { scaleLinear } from 'd3-scale'

import type { Bin, Step } from '#app/domain/scoring/backtest/calibration.ts'

import { ChartFrame } from './chart-frame.tsx'

const SIZE = 300
const FRAME = { left: 42, right: SIZE - 8, top: 8, bottom: SIZE - 30 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]

const percent = (share: number) => `${Math.round(share * 100)} %`

/** What was predicted against what happened: on the diagonal, a prediction came true as often as it said. */
export function CalibrationPlot({ bins, curve }: { bins: readonly Bin[]; curve: readonly Step[] }) {
  const x = scaleLinear([0, 1], [FRAME.left, FRAME.right])
  const y = scaleLinear([0, 1], [FRAME.bottom, FRAME.top])
  const steps = curve.map(({ from, to, rate }) => `${x(from)} ${y(rate)}L${x(to)} ${y(rate)}`)
  return (
    <ChartFrame
      caption="Predicted and observed losses, in bins of as many decisions"
      head={['Predicted', 'Mean', 'Decisions', 'Lost', 'Observed', '95 % interval']}
      rows={bins.map(({ from, to, predicted, count, lost, observed, interval }) => ({
        key: `${from}`,
        cells: [
          `${percent(from)} to ${percent(to)}`,
          percent(predicted),
          String(count),
          String(lost),
          percent(observed),
          `${percent(interval.low)} to ${percent(interval.high)}`,
        ],
      }))}
    >
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={`Calibration: ${bins
          .map(
            ({ predicted, observed }) =>
              `${percent(predicted)} predicted, ${percent(observed)} lost`,
          )
          .join('; ')}`}
        className="w-full max-w-80"
      >
        {TICKS.map((tick) => (
          <g key={tick}>
            <path d={`M${FRAME.left} ${y(tick)}H${FRAME.right}`} className="stroke-line" />
            <text x={FRAME.left - 4} y={y(tick) + 4} textAnchor="end">
              {percent(tick)}
            </text>
            <text x={x(tick)} y={FRAME.bottom + 14} textAnchor={tick === 1 ? 'end' : 'middle'}>
              {percent(tick)}
            </text>
          </g>
        ))}
        <path
          d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`}
          className="stroke-ink-2"
          strokeDasharray="3 3"
        />
        <path d={`M${steps.join('L')}`} fill="none" className="stroke-ink-3" strokeWidth="1.5" />
        {bins.map(({ predicted, observed, interval, from }) => (
          <g key={from}>
            <path
              d={`M${x(predicted)} ${y(interval.low)}V${y(interval.high)}`}
              className="stroke-accent"
            />
            <circle cx={x(predicted)} cy={y(observed)} r="4" className="fill-accent" />
          </g>
        ))}
        <text x={FRAME.right} y={SIZE - 4} textAnchor="end">
          predicted
        </text>
        <text x={FRAME.left + 4} y={FRAME.top + 10}>
          lost
        </text>
      </svg>
    </ChartFrame>
  )
}
