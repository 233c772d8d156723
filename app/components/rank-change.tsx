import { cx } from '#app/lib/class-names.ts'

/** Places gained since the last publication: ▲2 up, ▼1 down, nothing when unchanged; `new` when it was not in it. */
export function RankChange({ change }: { change: number | 'new' }) {
  if (change === 'new') return <span className="text-label text-faint">new</span>
  if (change === 0) return null
  const up = change > 0
  const places = Math.abs(change)
  return (
    <span className={cx('text-label', up ? 'text-text' : 'text-faint')}>
      <span aria-hidden>
        {up ? '▲' : '▼'}
        {places}
      </span>
      <span className="sr-only">
        {up ? 'up' : 'down'} {places}
      </span>
    </span>
  )
}
