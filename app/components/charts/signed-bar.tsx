import { scaleLinear } from 'd3-scale'

/** A bar to the right of the middle for a gain, to the left for a loss; beside the figure it draws. */
export function SignedBar({ value, max }: { value: number; max: number }) {
  const width = scaleLinear([0, max || 1], [0, 50]).clamp(true)
  const length = width(Math.abs(value))
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden
      className="inline-block h-2 w-24 align-middle"
    >
      <path d="M50 0V8" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      <rect
        x={value < 0 ? 50 - length : 50}
        width={length}
        height="8"
        className={value < 0 ? 'fill-ink-2' : 'fill-accent'}
      />
    </svg>
  )
}
