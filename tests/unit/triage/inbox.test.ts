import { describe, expect, it } from 'vitest'

import {
  groupInbox,
  groupOf,
  isOverdue,
  nextDecision,
  shortSpan,
  timeLabel,
} from '#app/domain/triage/inbox.ts'

const now = new Date('2026-01-15T12:00:00Z')
const today = '2026-01-15'

const row = (id: number, over: Partial<Parameters<typeof timeLabel>[0]> = {}) => ({
  id,
  type: 'feature_request' as const,
  state: 'new' as const,
  decidesOn: null as string | null,
  createdAt: new Date('2026-01-14T12:00:00Z'),
  answerDueAt: new Date('2026-01-20T12:00:00Z'),
  ...over,
})

describe('grouping', () => {
  it('puts bugs in their lane, whatever the account decides', () => {
    expect(groupOf({ type: 'bug', state: 'new', decidesOn: '2026-01-20' }, today)).toBe('bugs')
  })

  it.each([
    ['2026-04-15', 'deciding'], // 90 days after 15 January
    ['2026-04-16', 'rest'],
    ['2026-01-10', 'deciding'], // the notice day has passed and the renewal is still ahead
    [null, 'rest'],
  ])('an account that decides on %s', (decidesOn, group) => {
    expect(groupOf({ type: 'question', state: 'new', decidesOn }, today)).toBe(group)
  })

  it('puts what waits for others last', () => {
    expect(groupOf({ type: 'bug', state: 'waiting', decidesOn: null }, today)).toBe('waiting')
    expect(groupOf({ type: 'change_request', state: 'commercial', decidesOn: today }, today)).toBe(
      'commercial',
    )
  })

  it('orders the overdue first, then by the day the answer is due, and leaves empty groups out', () => {
    const late = row(3, { answerDueAt: new Date('2026-01-14T00:00:00Z') })
    const soon = row(2, { answerDueAt: new Date('2026-01-16T00:00:00Z') })
    expect(groupInbox([row(1), soon, late], { today, now })).toEqual([
      { group: 'rest', rows: [late, soon, row(1)] },
    ])
  })
})

describe('lateness', () => {
  it('is Product’s: what waits for others is not late', () => {
    const answerDueAt = new Date('2026-01-15T11:59:59Z')
    expect(isOverdue({ state: 'new', answerDueAt }, now)).toBe(true)
    expect(isOverdue({ state: 'new', answerDueAt: now }, now)).toBe(false)
    expect(isOverdue({ state: 'waiting', answerDueAt }, now)).toBe(false)
  })
})

describe('what stands at the end of a row', () => {
  it('is how long it waits', () => {
    expect(timeLabel(row(1), now)).toEqual({ text: '1 d', urgent: false })
  })

  it('is when a bug is due, marked in its last hours', () => {
    const bug = { type: 'bug' as const, answerDueAt: new Date('2026-01-15T14:00:00Z') }
    expect(timeLabel(row(1, bug), now)).toEqual({ text: 'due in 2 h', urgent: true })
  })

  it('is how late it is, whatever it is', () => {
    const late = { answerDueAt: new Date('2026-01-12T11:00:00Z') }
    expect(timeLabel(row(1, late), now)).toEqual({ text: 'overdue 3 d', urgent: true })
  })

  it.each([
    [0, '1 min'],
    [59 * 60_000, '59 min'],
    [3_600_000, '1 h'],
    [23.9 * 3_600_000, '23 h'],
    [49 * 3_600_000, '2 d'],
  ])('writes %d ms as %s', (span, text) => {
    expect(shortSpan(span)).toBe(text)
  })
})

describe('the next decision of an account', () => {
  it('is the renewal less its notice, or the purchase, whichever comes first', () => {
    const renewal = { renewsOn: '2026-05-31', noticeDays: 60 } // 1 April
    expect(nextDecision([renewal], [], today)).toBe('2026-04-01')
    expect(nextDecision([renewal], [{ closesOn: '2026-03-01' }], today)).toBe('2026-03-01')
  })

  it('is still the notice day after it has passed, until the renewal has', () => {
    expect(nextDecision([{ renewsOn: '2026-01-15', noticeDays: 30 }], [], today)).toBe('2025-12-16')
    expect(nextDecision([{ renewsOn: '2026-01-14', noticeDays: 30 }], [], today)).toBeNull()
  })

  it('is unknown without dates', () => {
    const evergreen = { renewsOn: null, noticeDays: 0 }
    expect(nextDecision([evergreen], [{ closesOn: null }], today)).toBeNull()
  })
})
