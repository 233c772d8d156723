import { Badge, type Tone } from '#app/components/ui/badge.tsx'
import { STATE_LABELS } from '#app/domain/requests/labels.ts'
import type { RequestState } from '#db/constants.ts'

const TONES: Readonly<Partial<Record<RequestState, Tone>>> = {
  waiting: 'watch',
  linked: 'accent',
  answered: 'good',
}

/** Where a request stands, in a word. */
export function RequestStateBadge({ state }: { state: RequestState }) {
  return <Badge tone={TONES[state] ?? 'plain'}>{STATE_LABELS[state]}</Badge>
}
