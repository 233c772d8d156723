import { cx } from '#app/lib/class-names.ts'
import type { HealthColour } from '#db/constants.ts'

const INK = { red: 'text-risk', yellow: 'text-watch', green: 'text-good' } as const

/** Health as a shape and a word: diamond red, triangle yellow, circle green, dashed ring unknown. */
export function HealthMark({
  colour,
  score,
  wordless = false,
}: {
  colour: HealthColour | null
  /** 0 to 100. */
  score?: number | null
  /** Shape and score only, in a narrow cell; the word stays for screen readers. */
  wordless?: boolean
}) {
  const word = colour ?? 'unknown'
  return (
    <span
      title={`health ${word}${score == null ? '' : `, ${Math.round(score)} of 100`}`}
      className={cx(
        'inline-flex items-baseline gap-1.25 whitespace-nowrap',
        colour ? INK[colour] : 'text-muted',
      )}
    >
      <svg viewBox="0 0 12 12" aria-hidden className="size-2.5 shrink-0 self-center">
        {SHAPES[word]}
      </svg>
      <span>
        <span className={wordless ? 'sr-only' : undefined}>{word}</span>
        {score == null ? null : ` ${Math.round(score)}`}
      </span>
    </span>
  )
}

const SHAPES = {
  red: <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="currentColor" />,
  yellow: <path d="M6 1.2 11.2 10.5H.8z" fill="currentColor" />,
  green: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  unknown: (
    <circle
      cx="6"
      cy="6"
      r="4.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="2 1.5"
    />
  ),
} as const
