import type { ReactNode } from 'react'

import { Badge, type Tone } from '#app/components/ui/badge.tsx'
import { SUBJECT_WORDS } from '#app/domain/icp/drift/note-mail.ts'
import type { Verdict } from '#app/domain/icp/drift/verdicts.ts'
import type { DriftState } from '#db/constants.ts'

/** How each state is shown, as a tint and a word. */
const STATES: Readonly<Record<DriftState, readonly [tone: Tone, word: string]>> = {
  open: ['plain', 'too early'],
  steady: ['good', 'steady'],
  watch: ['watch', 'watch'],
  review: ['risk', 'review'],
}

/** What is said of each thing that is watched, what to do about it, and where. */
export function VerdictList({
  verdicts,
  linksOf = () => null,
}: {
  verdicts: readonly Verdict[]
  /** Where to look, for a verdict that asks for it. */
  linksOf?: (about: Verdict['about']) => ReactNode
}) {
  return (
    <ul className="border-t border-line-strong">
      {verdicts.map(({ about, state, text, advice }) => {
        const [tone, word] = STATES[state]
        return (
          <li
            key={about}
            className="grid gap-x-3 gap-y-0.5 border-b py-2 sm:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <span className="flex flex-wrap items-start gap-2">
              {SUBJECT_WORDS[about]} <Badge tone={tone}>{word}</Badge>
            </span>
            <span className="max-w-prose">
              {text}
              {advice === '' ? null : (
                <span className="block text-muted">
                  {advice} {linksOf(about)}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
