import { scaleLinear } from 'd3-scale'

import { decimalText } from '#app/lib/numbers.ts'

import { ChartFrame } from './chart-frame.tsx'

type TeamDotsProps = {
  caption: string
  /** What the figures are: `points`. */
  unit: string
  rows: readonly { id: number; label: string; cs: number; product: number }[]
}

const WIDTH = 420
const ROW = 34
const PLOT = { left: 150, right: 370 }
/** Letters of a label that fit beside the plot. */
const LETTERS = 24

/** A figure of both teams for each row, Customer Success a dot and Product a ring, with the gap between them. */
export function TeamDots({ caption, unit, rows }: TeamDotsProps) {
  const most = Math.max(...rows.flatMap(({ cs, product }) => [cs, product]), 10)
  const x = scaleLinear([0, most], [PLOT.left, PLOT.right]).nice(4)
  const bottom = rows.length * ROW + 4
  return (
    <ChartFrame
      caption={caption}
      head={['Criterion', 'Customer Success', 'Product', 'Gap']}
      rows={rows.map(({ id, label, cs, product }) => ({
        key: String(id),
        cells: [
          label,
          decimalText(cs, 1),
          decimalText(product, 1),
          decimalText(Math.abs(cs - product), 1),
        ],
      }))}
    >
      <svg
        viewBox={`0 0 ${WIDTH} ${bottom + 20}`}
        role="img"
        aria-label={`${caption}; in ${unit}, the table below has the figures`}
        className="h-auto w-full max-w-[480px]"
      >
        {x.ticks(4).map((tick) => (
          <g key={tick}>
            <path d={`M${x(tick)} 0V${bottom}`} className="stroke-line" />
            <text x={x(tick)} y={bottom + 16} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {rows.map(({ id, label, cs, product }, index) => {
          const y = index * ROW + ROW / 2
          return (
            <g key={id}>
              <text x="0" y={y + 4} className="fill-text">
                {label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}…` : label}
              </text>
              <path d={`M${x(cs)} ${y}H${x(product)}`} className="stroke-ink-3" strokeWidth="3" />
              <circle cx={x(cs)} cy={y} r="4.5" className="fill-cs" />
              <circle
                cx={x(product)}
                cy={y}
                r={cs === product ? 6.5 : 4.5}
                strokeWidth="2"
                className={
                  cs === product ? 'fill-none stroke-product' : 'fill-surface stroke-product'
                }
              />
              <text x={WIDTH} y={y + 4} textAnchor="end" className="fill-text">
                {Math.round(Math.abs(cs - product))}
              </text>
            </g>
          )
        })}
      </svg>
    </ChartFrame>
  )
}
