import {
  isUndecided,
  refusal,
  type RequestFacts,
  type TriageAction,
} from '#app/domain/triage/rules.ts'

import type { PanelName } from './panels.tsx'

/** A button of the bar: opens a form, or decides at once. */
export type BarAction = {
  label: string
  key: string
  /** Why it is not open; the button then says so instead. */
  refused: string | null
} & ({ panel: PanelName } | { noun: string })

/** The button that stands for the commonest decision, besides linking to the first item. */
type Offer = { label: string; key: string; action: TriageAction } & (
  { panel: PanelName } | { noun: string }
)

const ITEM: Offer[] = [
  { label: 'New item', key: 'N', action: 'new_item', panel: 'item' },
  { label: 'Split', key: 'S', action: 'split', panel: 'split' },
  { label: 'Merge', key: 'M', action: 'merge', panel: 'merge' },
]

const WORDS: Offer[] = [
  { label: 'Ask back', key: 'B', action: 'ask_back', panel: 'question' },
  { label: 'Decline', key: 'D', action: 'decline', panel: 'decline' },
]

/** What each type has of its own. */
const OWN: Record<RequestFacts['type'], Offer> = {
  bug: { label: 'Fast lane', key: 'F', action: 'fast_lane', panel: 'fast-lane' },
  change_request: {
    label: 'Commercial',
    key: 'O',
    action: 'ask_commercial',
    panel: 'commercial',
  },
  feature_request: { label: 'Answer', key: 'A', action: 'answer', panel: 'answer' },
  question: { label: 'Answer', key: 'A', action: 'answer', panel: 'answer' },
}

const VERDICT: Offer = {
  label: 'Record the decision',
  key: 'O',
  action: 'decide_commercial',
  panel: 'verdict',
}

const BACK: Offer[] = [
  { label: 'Unlink', key: 'U', action: 'unlink', noun: 'unlink' },
  { label: 'Unmerge', key: 'U', action: 'unmerge', noun: 'unmerge' },
  { label: 'Take it up again', key: 'U', action: 'reopen', noun: 'reopen' },
]

/** The buttons for a request, in two groups: where it goes, and what is said. */
export function barActions(request: RequestFacts): [BarAction[], BarAction[]] {
  const offered = ({ action, ...offer }: Offer): BarAction => ({
    ...offer,
    refused: refusal(action, request),
  })
  if (request.state === 'commercial') {
    return [[VERDICT].map(offered), WORDS.slice(1).map(offered)]
  }
  if (isUndecided(request.state)) {
    return [ITEM.map(offered), [OWN[request.type], ...WORDS].map(offered)]
  }
  return [BACK.map(offered).filter(({ refused }) => refused === null), []]
}
