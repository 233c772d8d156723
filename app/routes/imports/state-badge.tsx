import { Badge } from '#app/components/ui/badge.tsx'
import { STATE_WORDS } from '#app/domain/imports/words.ts'

const TONES = {
  uploaded: 'watch',
  checking: 'accent',
  checked: 'watch',
  applying: 'accent',
  applied: 'good',
  undoing: 'accent',
  undone: 'plain',
} as const

/** How far an import is. */
export function StateBadge({
  state,
  problem,
}: {
  state: keyof typeof STATE_WORDS
  problem: string | null
}) {
  if (problem !== null) return <Badge tone="risk">stopped</Badge>
  return <Badge tone={TONES[state]}>{STATE_WORDS[state]}</Badge>
}
