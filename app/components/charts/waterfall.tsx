import { scaleLinear } from 'd3-scale'
import { ChartFrame } from './chart-frame.tsx'

export type WaterfallPart = { key: string; label: string; value: number }

type WaterfallProps = {
  /** What the parts add up to: `Value by account`. */
  caption: string
  parts: readonly WaterfallPart[]
  totalLabel: string
  /** How a value is written on a bar (short) and in the table (in full). */
  short: (value: number) => string
  full: (value: number) => string
}

const WIDTH = 360
const BASE = 106
const TOP = 14
/** More bars than this are narrower than their words; the rest becomes one bar. */
const MOST = 6

/** Parts on top of each other up to their total, the largest few by name. */
export function Waterfall({ caption, parts, totalLabel, short, full }: WaterfallProps) {
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const bars = stack(gather(parts))
  const peak = Math.max(total, ...bars.map((bar) => bar.to), 0)
  const y = scaleLinear([0, peak || 1], [BASE, TOP])
  const step = WIDTH / (bars.length + 1)
  const width = Math.min(44, step - 14)
  const x = (index: number) => (index * (WIDTH - width)) / Math.max(bars.length, 1)
  const words = bars.map((bar) => `${bar.label} ${short(bar.value)}`).join(', ')

  return (
    <ChartFrame
      caption={caption}
      head={['Part', 'Amount']}
      rows={[...parts, { key: 'total', label: totalLabel, value: total }].map((part) => ({
        key: part.key,
        cells: [part.label, full(part.value)],
      }))}
    >
      <svg
        viewBox={`0 0 ${WIDTH} 124`}
        role="img"
        aria-label={`${caption}: ${words}, together ${short(total)}`}
        className="h-auto w-full max-w-90"
      >
        {bars.map((bar, index) => (
          <g key={bar.key}>
            <rect
              x={x(index)}
              y={y(Math.max(bar.from, bar.to))}
              width={width}
              height={Math.max(1, Math.abs(y(bar.from) - y(bar.to)))}
              className={bar.value < 0 ? 'fill-ink-2' : 'fill-accent'}
            />
            <path
              d={`M${x(index) + width} ${y(bar.to)}H${x(index + 1)}`}
              className="stroke-ink-2"
              strokeDasharray="2 2"
            />
            <BarWords x={x(index) + width / 2} y={y(Math.max(bar.from, bar.to))} room={step}>
              {[short(bar.value), bar.label]}
            </BarWords>
          </g>
        ))}
        <rect
          x={x(bars.length)}
          y={y(Math.max(total, 0))}
          width={width}
          height={Math.max(1, Math.abs(BASE - y(total)))}
          className="fill-ink-1"
        />
        <BarWords x={x(bars.length) + width / 2} y={y(Math.max(total, 0))} room={step} strong>
          {[short(total), totalLabel]}
        </BarWords>
        <path d={`M0 ${BASE + 0.5}H${WIDTH}`} className="stroke-line-strong" />
      </svg>
    </ChartFrame>
  )
}

function BarWords({
  x,
  y,
  room,
  strong,
  children: [figure, label],
}: {
  x: number
  y: number
  room: number
  strong?: boolean
  children: [figure: string, label: string]
}) {
  return (
    <>
      <text x={x} y={y - 4} textAnchor="middle" className={strong ? 'fill-text! font-strong' : ''}>
        {figure}
      </text>
      <text x={x} y={120} textAnchor="middle">
        {shorten(label, room)}
      </text>
    </>
  )
}

/** The first word of a name as far as `room` (in units of the drawing) holds it. */
function shorten(label: string, room: number): string {
  const letters = Math.max(3, Math.floor(room / 6.2))
  const [first = ''] = label.split(/\s+/u)
  const name = label.length <= letters ? label : first
  return name.length <= letters ? name : `${name.slice(0, letters - 1)}…`
}

function gather(parts: readonly WaterfallPart[]): readonly WaterfallPart[] {
  if (parts.length <= MOST) return parts
  const rest = parts.slice(MOST - 1)
  const value = rest.reduce((sum, part) => sum + part.value, 0)
  return [...parts.slice(0, MOST - 1), { key: 'rest', label: `${rest.length} more`, value }]
}

function stack(parts: readonly WaterfallPart[]) {
  let reached = 0
  return parts.map((part) => {
    const from = reached
    reached += part.value
    return { ...part, from, to: reached }
  })
}
