import { requestKey } from '#app/lib/readable-id.ts'
import type { RequestState, RequestType } from '#db/constants.ts'

/** What the rules need to know of a request. */
export type RequestFacts = {
  id: number
  state: RequestState
  type: RequestType
  itemId: number | null
  /** Somebody has accepted the change, billable or not. */
  commercialAccepted: boolean
}

export const TRIAGE_ACTIONS = [
  'link',
  'new_item',
  'split',
  'merge',
  'answer',
  'ask_back',
  'ask_commercial',
  'decide_commercial',
  'fast_lane',
  'decline',
  'retype',
  'move',
  'unlink',
  'unmerge',
  'reopen',
  'importance',
  'settle',
  'evidence',
] as const
export type TriageAction = (typeof TRIAGE_ACTIONS)[number]

const TYPE_WORDS: Readonly<Record<RequestType, string>> = {
  bug: 'bug',
  change_request: 'change request',
  feature_request: 'feature request',
  question: 'question',
}

/** In triage's hands, or on its way back to them. */
const UNDECIDED: readonly RequestState[] = ['new', 'waiting', 'commercial']

const CLOSED: Readonly<Partial<Record<RequestState, string>>> = {
  linked: 'is linked already. Unlink it first',
  answered: 'is answered. Take it up again first',
  declined: 'is declined. Take it up again first',
  duplicate: 'is merged into another. Unmerge it first',
}

type Rule = (request: RequestFacts) => string | null

/** The first refusal of several rules. */
const all =
  (...rules: Rule[]): Rule =>
  (request) => {
    for (const rule of rules) {
      const refused = rule(request)
      if (refused) return refused
    }
    return null
  }

const undecided: Rule = ({ id, state }) => {
  const closed = CLOSED[state]
  return closed ? `${requestKey(id)} ${closed}.` : null
}

const notCommercial: Rule = ({ id, state }) =>
  state === 'commercial' ? `${requestKey(id)} waits for a commercial decision.` : null

const notDuplicate: Rule = ({ id, state }) =>
  state === 'duplicate' ? `${requestKey(id)} ${CLOSED.duplicate}.` : null

const ofType =
  (type: RequestType, refused: string): Rule =>
  (request) =>
    request.type === type ? null : refused

const becomesItem: Rule = ({ type, commercialAccepted }) => {
  if (type === 'question') {
    return 'A question is answered, not linked. Give it another type first.'
  }
  if (type === 'change_request' && !commercialAccepted) {
    return 'A change request needs a commercial decision before it is linked.'
  }
  return null
}

const linkable = all(undecided, notCommercial, becomesItem)

const RULES: Readonly<Record<TriageAction, Rule>> = {
  link: linkable,
  new_item: linkable,
  fast_lane: all(ofType('bug', 'The fast lane is for bugs.'), linkable),
  split: all(undecided, notCommercial),
  merge: all(undecided, notCommercial),
  answer: all(
    undecided,
    notCommercial,
    ofType(
      'question',
      'Only a question is answered. Change the type first, or link or decline it.',
    ),
  ),
  ask_back: all(undecided, notCommercial, ({ id, state }) =>
    state === 'waiting' ? `${requestKey(id)} waits for an answer already.` : null,
  ),
  ask_commercial: all(
    ofType('change_request', 'Only a change request needs a commercial decision.'),
    undecided,
    notCommercial,
    ({ id, commercialAccepted }) =>
      commercialAccepted ? `The change ${requestKey(id)} asks for is accepted already.` : null,
  ),
  decide_commercial: ({ id, state }) =>
    state === 'commercial' ? null : `${requestKey(id)} does not wait for a commercial decision.`,
  decline: undecided,
  retype: ({ id, state }) =>
    state === 'declined' || state === 'duplicate' ? `${requestKey(id)} ${CLOSED[state]}.` : null,
  move: notDuplicate,
  unlink: ({ id, itemId }) => (itemId === null ? `${requestKey(id)} is not linked.` : null),
  unmerge: ({ id, state }) =>
    state === 'duplicate' ? null : `${requestKey(id)} is not merged into another.`,
  reopen: ({ id, state }) =>
    state === 'answered' || state === 'declined'
      ? null
      : `${requestKey(id)} is neither answered nor declined.`,
  importance: notDuplicate,
  settle: notDuplicate,
  evidence: notDuplicate,
}

/** Why the decision is not open for this request, in words for the person; null when it is. */
export function refusal(action: TriageAction, request: RequestFacts): string | null {
  return RULES[action](request)
}

/** Whether the request is in triage, or on its way back to it. */
export function isUndecided(state: RequestState): boolean {
  return UNDECIDED.includes(state)
}

/** Why a request cannot become a duplicate of the other; null when it can. */
export function mergeRefusal(
  request: { id: number; accountId: number },
  other: { id: number; accountId: number; state: RequestState },
): string | null {
  if (request.id === other.id) return 'A request cannot be merged into itself.'
  if (request.accountId !== other.accountId) {
    return `${requestKey(other.id)} is of another account. Requests of several accounts share an item instead.`
  }
  if (other.state === 'duplicate') {
    return `${requestKey(other.id)} is itself merged into another request.`
  }
  return null
}

/** The state in which a change of type leaves the request, or why the type cannot change. */
export function retyped(
  request: RequestFacts,
  type: RequestType,
): { state: RequestState } | { refused: string } {
  const refused = refusal('retype', request)
  if (refused) return { refused }
  if (request.type === type) {
    return { refused: `${requestKey(request.id)} is a ${TYPE_WORDS[type]} already.` }
  }
  if (request.state === 'linked') {
    const unfit = becomesItem({ ...request, type })
    return unfit ? { refused: `${unfit} It is linked: unlink it first.` } : { state: 'linked' }
  }
  // An answered question that turns out to be a request comes back to triage, as does a change that is none.
  const back = request.state === 'answered' || request.state === 'commercial'
  return { state: back ? 'new' : request.state }
}
