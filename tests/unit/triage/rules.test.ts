import { describe, expect, it, test } from 'vitest'

import {
  isUndecided,
  mergeRefusal,
  refusal,
  retyped,
  TRIAGE_ACTIONS,
  type RequestFacts,
  type TriageAction,
} from '#app/domain/triage/rules.ts'
import { REQUEST_STATES, type RequestState, type RequestType } from '#db/constants.ts'

const request = (facts: Partial<RequestFacts> = {}): RequestFacts => ({
  id: 142,
  state: 'new',
  type: 'feature_request',
  itemId: null,
  commercialAccepted: false,
  ...facts,
})

/** The states in which each decision is open, for a type that suits it. Worked out from the product's words. */
const OPEN: Record<TriageAction, { type: RequestType; states: RequestState[] }> = {
  link: { type: 'feature_request', states: ['new', 'waiting'] },
  new_item: { type: 'feature_request', states: ['new', 'waiting'] },
  fast_lane: { type: 'bug', states: ['new', 'waiting'] },
  split: { type: 'feature_request', states: ['new', 'waiting'] },
  merge: { type: 'feature_request', states: ['new', 'waiting'] },
  answer: { type: 'question', states: ['new', 'waiting'] },
  ask_back: { type: 'bug', states: ['new'] },
  ask_commercial: { type: 'change_request', states: ['new', 'waiting'] },
  decide_commercial: { type: 'change_request', states: ['commercial'] },
  decline: { type: 'feature_request', states: ['new', 'waiting', 'commercial'] },
  retype: { type: 'bug', states: ['new', 'waiting', 'commercial', 'linked', 'answered'] },
  move: {
    type: 'bug',
    states: ['new', 'waiting', 'commercial', 'linked', 'answered', 'declined'],
  },
  unlink: { type: 'bug', states: ['linked'] },
  unmerge: { type: 'bug', states: ['duplicate'] },
  reopen: { type: 'question', states: ['answered', 'declined'] },
  importance: {
    type: 'bug',
    states: ['new', 'waiting', 'commercial', 'linked', 'answered', 'declined'],
  },
  settle: {
    type: 'bug',
    states: ['new', 'waiting', 'commercial', 'linked', 'answered', 'declined'],
  },
  evidence: {
    type: 'bug',
    states: ['new', 'waiting', 'commercial', 'linked', 'answered', 'declined'],
  },
}

describe('which decision is open from which state', () => {
  for (const action of TRIAGE_ACTIONS) {
    const { type, states } = OPEN[action]
    test.each(REQUEST_STATES.map((state) => [state]))(`${action} from %s`, (state) => {
      const facts = request({ state, type, itemId: state === 'linked' ? 7 : null })
      expect(refusal(action, facts) === null).toBe(states.includes(state))
    })
  }
})

describe('which type may go which way', () => {
  it.each(['link', 'new_item'] as const)('%s refuses a question', (action) => {
    expect(refusal(action, request({ type: 'question' }))).toMatch(/another type first/)
  })

  it.each(['link', 'new_item'] as const)('%s wants a change request accepted', (action) => {
    const change = request({ type: 'change_request' })
    expect(refusal(action, change)).toMatch(/commercial decision/)
    expect(refusal(action, { ...change, commercialAccepted: true })).toBeNull()
  })

  it('keeps the fast lane for bugs', () => {
    expect(refusal('fast_lane', request({ type: 'feature_request' }))).toMatch(/for bugs/)
  })

  it('answers questions only', () => {
    expect(refusal('answer', request({ type: 'bug' }))).toMatch(/Only a question/)
  })

  it('asks for a commercial decision once', () => {
    const accepted = request({ type: 'change_request', commercialAccepted: true })
    expect(refusal('ask_commercial', accepted)).toMatch(/accepted already/)
    expect(refusal('ask_commercial', request({ type: 'bug' }))).toMatch(/Only a change request/)
  })

  it('takes off the item that a submitter named', () => {
    expect(refusal('unlink', request({ itemId: 7 }))).toBeNull()
  })

  it('names the request and the way out', () => {
    expect(refusal('decline', request({ state: 'linked', itemId: 7 }))).toBe(
      'REQ-142 is linked already. Unlink it first.',
    )
  })
})

describe('a change of type', () => {
  it.each<[RequestState, RequestType, RequestType, RequestState]>([
    ['new', 'question', 'feature_request', 'new'],
    ['waiting', 'bug', 'question', 'waiting'],
    ['answered', 'question', 'feature_request', 'new'],
    ['commercial', 'change_request', 'bug', 'new'],
    ['linked', 'bug', 'feature_request', 'linked'],
  ])('from %s: a %s that becomes a %s is then %s', (state, from, to, then) => {
    const facts = request({ state, type: from, itemId: state === 'linked' ? 7 : null })
    expect(retyped(facts, to)).toEqual({ state: then })
  })

  it('refuses what a linked request cannot be', () => {
    const linked = request({ state: 'linked', itemId: 7 })
    expect(retyped(linked, 'question')).toHaveProperty('refused')
    expect(retyped(linked, 'change_request')).toHaveProperty('refused')
    expect(retyped({ ...linked, commercialAccepted: true }, 'change_request')).toEqual({
      state: 'linked',
    })
  })

  it('refuses the type it has', () => {
    expect(retyped(request({ type: 'bug' }), 'bug')).toEqual({
      refused: 'REQ-142 is a bug already.',
    })
  })
})

describe('merging', () => {
  const one = { id: 1, accountId: 10 }

  it('stays within one account', () => {
    expect(mergeRefusal(one, { id: 2, accountId: 10, state: 'new' })).toBeNull()
    expect(mergeRefusal(one, { id: 2, accountId: 11, state: 'new' })).toMatch(/another account/)
  })

  it('refuses itself and a duplicate', () => {
    expect(mergeRefusal(one, { ...one, state: 'new' })).toMatch(/into itself/)
    expect(mergeRefusal(one, { id: 2, accountId: 10, state: 'duplicate' })).toMatch(/itself merged/)
  })
})

test('new, waiting and commercial requests are undecided', () => {
  expect(REQUEST_STATES.filter(isUndecided)).toEqual(['new', 'waiting', 'commercial'])
})
