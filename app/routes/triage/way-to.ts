import {
  isUndecided,
  refusal,
  type RequestFacts,
  type TriageAction,
} from '#app/domain/triage/rules.ts'

import type { PanelName } from './panels.tsx'

/** A press that opens what is refused. */
type Way = { label: string; noun: string; fields?: Readonly<Record<string, string>> }

const BACK: ReadonlyArray<Way & { action: TriageAction }> = [
  { action: 'unlink', label: 'Unlink it', noun: 'unlink' },
  { action: 'unmerge', label: 'Unmerge it', noun: 'unmerge' },
  { action: 'reopen', label: 'Take it up again', noun: 'reopen' },
]

/** The one press after which a refused decision is open; null when there is none. */
export function wayTo(panel: PanelName, request: RequestFacts): Way | null {
  if (isUndecided(request.state)) {
    return panel === 'answer' && request.state !== 'commercial' && request.type !== 'question'
      ? { label: 'Make it a question', noun: 'type', fields: { type: 'question' } }
      : null
  }
  return BACK.find(({ action }) => refusal(action, request) === null) ?? null
}
