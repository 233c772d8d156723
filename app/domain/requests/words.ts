import type { DecisionFacts } from '#app/domain/triage/words.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'
import type { DecisionKind, Horizon, ItemStatus } from '#db/constants.ts'

import type { Ask } from './rules.ts'

/** What is asked, as a task of the CSM. */
export const ASK_LABELS: Readonly<Record<Ask, string>> = {
  reply: 'Reply to the question',
  confirm: 'Confirm the claim again',
  expired: 'Claim expired, confirm it again',
  accept: 'Tell the customer no',
  solved: 'Say whether it is solved',
}

/** A decision in a word or two, for a list: `Linked to ITEM-1`. */
export function nameDecision({
  kind,
  itemId,
  otherRequestId,
  billable,
  words,
}: DecisionFacts & { words: string | null }): string {
  const item = itemId === null ? 'an item' : itemKey(itemId)
  switch (kind) {
    case 'link':
      return `Linked to ${item}`
    case 'new_item':
      return `New ${item}`
    case 'fast_lane':
      return `Fast lane, ${item}`
    case 'merge':
      return otherRequestId === null ? 'Merged' : `Merged into ${requestKey(otherRequestId)}`
    case 'evidence':
      return words ? 'Evidence not convincing' : 'Evidence found convincing'
    case 'commercial':
      return billable === null ? 'Commercial decision asked for' : 'Change accepted'
    default:
      return DECISION_NAMES[kind]
  }
}

const DECISION_NAMES: Readonly<Record<DecisionKind, string>> = {
  link: 'Linked',
  new_item: 'New item',
  split: 'Split',
  merge: 'Merged',
  answer: 'Answered',
  ask_back: 'Asked back',
  commercial: 'Commercial decision',
  fast_lane: 'Fast lane',
  decline: 'Declined',
  unlink: 'Unlinked',
  unmerge: 'Unmerged',
  move: 'Moved to another product line',
  retype: 'Type changed',
  importance: 'Product’s importance set',
  settle: 'Importance settled',
  evidence: 'Evidence judged',
  reopen: 'Taken up again',
}

/** Where an item went, for a list: `ITEM-1 planned for next`. */
export function nameMove({ itemId, toStatus, toHorizon }: ItemMove): string {
  const item = itemKey(itemId)
  switch (toStatus) {
    case 'candidate':
      return `${item} a candidate again`
    case 'planned':
      return `${item} planned for ${toHorizon ?? 'later'}`
    case 'in_progress':
      return `${item} started`
    case 'shipped':
      return `${item} shipped`
    case 'declined':
      return `${item} declined`
  }
}

export type ItemMove = { itemId: number; toStatus: ItemStatus; toHorizon: Horizon | null }

/** A change of an item's status, as a clause after a name: `moved ITEM-1 to next`. */
export function describeMove(move: ItemMove): string {
  const item = itemKey(move.itemId)
  switch (move.toStatus) {
    case 'candidate':
      return `made ${item} a candidate again`
    case 'planned':
      return `planned ${item} for ${move.toHorizon ?? 'later'}`
    case 'in_progress':
      return `started ${item}`
    case 'shipped':
      return `shipped ${item}`
    case 'declined':
      return `declined ${item}`
  }
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  'request.edited': 'corrected the request',
  'request.evidence_given': 'gave new evidence',
  'request.confirmed': 'confirmed that the claim still holds',
  'request.no_accepted': 'recorded that the customer accepts the no',
  'request.solved': 'recorded that the need is solved',
  'request.not_solved': 'recorded that the need is not solved',
}

/** Events of a request that its history tells; decisions and replies tell their own. */
export const TOLD_EVENTS = Object.keys(EVENT_WORDS)

/** What an event of the history was, as a clause after a name. */
export function describeEvent(name: string): string {
  return EVENT_WORDS[name] ?? name
}
