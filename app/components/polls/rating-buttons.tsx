import type { ReactNode } from 'react'

import { RATING_WORDS } from '#app/domain/polls/schemas.ts'

const LOOK =
  'flex min-h-touch w-full items-center gap-3 rounded-md border border-control px-3 py-1.5 text-left text-body hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:font-strong'

type RatingButtonsProps = {
  question: string
  /** The answer so far; undefined where there is none, null for an account that is not known. */
  rating: number | null | undefined
  /** An answer is on its way, and another press is one too many. */
  busy: boolean
}

/** One tap answers and goes on: 1 to 5, or that the account is not known. Each has its key. */
export function RatingButtons({ question, rating, busy }: RatingButtonsProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-row font-strong">{question}</legend>
      <div className="space-y-2">
        {RATING_WORDS.map((word, index) => (
          <RatingButton
            key={word}
            value={String(index + 1)}
            mark={String(index + 1)}
            pressed={rating === index + 1}
            busy={busy}
          >
            {word}
          </RatingButton>
        ))}
        <RatingButton value="unknown" mark="0" pressed={rating === null} busy={busy}>
          I do not know this account
        </RatingButton>
      </div>
    </fieldset>
  )
}

function RatingButton({
  value,
  mark,
  pressed,
  busy,
  children,
}: {
  value: string
  mark: string
  pressed: boolean
  busy: boolean
  children: ReactNode
}) {
  return (
    <button
      name="rating"
      value={value}
      aria-pressed={pressed}
      aria-keyshortcuts={mark}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : undefined}
      className={LOOK}
    >
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong text-small"
      >
        {mark}
      </span>
      {children}
    </button>
  )
}
