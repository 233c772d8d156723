import { itemKey, requestKey } from '#app/lib/readable-id.ts'
import type { DecisionKind } from '#db/constants.ts'

/** What a decision was about, as far as a sentence needs it. */
export type DecisionFacts = {
  kind: DecisionKind
  requestId: number
  itemId: number | null
  otherRequestId: number | null
  /** Set once a commercial decision is made; null while it is asked for. */
  billable: boolean | null
}

/** What was done, as a clause after a name or alone: `linked REQ-161 to ITEM-1`. */
export function describeDecision(decision: DecisionFacts): string {
  const request = requestKey(decision.requestId)
  const item = decision.itemId === null ? 'an item' : itemKey(decision.itemId)
  const other =
    decision.otherRequestId === null ? 'another request' : requestKey(decision.otherRequestId)
  switch (decision.kind) {
    case 'link':
      return `linked ${request} to ${item}`
    case 'new_item':
      return `made ${item} of ${request}`
    case 'split':
      return `split ${request}`
    case 'merge':
      return `merged ${request} into ${other}`
    case 'answer':
      return `answered ${request}`
    case 'ask_back':
      return `asked back about ${request}`
    case 'commercial':
      return decision.billable === null
        ? `asked for a commercial decision on ${request}`
        : `accepted the change ${request} asks for`
    case 'fast_lane':
      return `took ${request} into the fast lane`
    case 'decline':
      return `declined ${request}`
    case 'unlink':
      return `unlinked ${request}`
    case 'unmerge':
      return `unmerged ${request}`
    case 'move':
      return `moved ${request}`
    case 'retype':
      return `changed the type of ${request}`
    case 'importance':
      return `set Product’s importance of ${request}`
    case 'settle':
      return `settled the importance of ${request}`
    case 'evidence':
      return `judged the evidence of ${request}`
    case 'reopen':
      return `took up ${request} again`
  }
}
