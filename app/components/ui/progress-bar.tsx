/** How far a long job is, with the counts in words. `total` null while it is not known. */
export function ProgressBar({
  label,
  done,
  total,
  unit,
}: {
  label: string
  done: number
  total: number | null
  /** What is counted: `rows`. */
  unit: string
}) {
  const count = new Intl.NumberFormat('en')
  const words =
    total === null
      ? `${count.format(done)} ${unit}`
      : `${count.format(done)} of ${count.format(total)} ${unit}`
  return (
    <div>
      <div className="mb-1 flex justify-between gap-4 text-small text-muted">
        <span>{label}</span>
        <span>{words}</span>
      </div>
      <progress
        aria-label={label}
        value={total === null ? undefined : done}
        max={total === null ? undefined : Math.max(total, 1)}
        className="block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-ink-3 accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-ink-3 [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}
