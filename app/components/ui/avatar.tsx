import { cx } from '#app/lib/class-names.ts'

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

const SIZES = { small: 'size-5', normal: 'size-7' } as const

/** A person as initials; `decorative` when the name is written beside it. */
export function Avatar({
  name,
  size = 'small',
  decorative = false,
}: {
  name: string
  size?: keyof typeof SIZES
  decorative?: boolean
}) {
  return (
    <span
      title={name}
      aria-hidden={decorative || undefined}
      className={cx(
        'inline-grid shrink-0 place-items-center rounded-full border border-line-strong bg-hover align-middle text-label font-regular text-muted',
        SIZES[size],
      )}
    >
      <span aria-hidden className={cx('leading-none', size === 'small' && 'tracking-tight')}>
        {initials(name)}
      </span>
      {decorative ? null : <span className="sr-only">{name}</span>}
    </span>
  )
}
