import { describe, expect, it } from 'vitest'

import { readSpan } from '#app/domain/movements/points.ts'
import { changeClause, rankSentence } from '#app/domain/movements/words.ts'
import type { InputChange } from '#app/domain/scoring/input-changes.ts'

describe('rankSentence', () => {
  it.each([
    [
      { from: 1, to: 3, own: 1.5, field: 0.5 },
      'Rank 1 to 3: 1½ places down by its own score, ½ place down by what others did.',
    ],
    [
      { from: 3, to: 1, own: -1.5, field: -0.5 },
      'Rank 3 to 1: 1½ places up by its own score, ½ place up by what others did.',
    ],
    [{ from: 2, to: 1, own: 0, field: -1 }, 'Rank 2 to 1: 1 place up by what others did.'],
    [
      { from: 4, to: 4, own: -2, field: 2 },
      'Still rank 4: 2 places up by its own score, 2 places down by what others did.',
    ],
    [{ from: 4, to: 4, own: 0, field: 0 }, 'Still rank 4.'],
  ])('%j', (movement, sentence) => {
    expect(rankSentence(movement)).toBe(sentence)
  })
})

const change = (values: Partial<InputChange>): InputChange => ({
  cause: 'health',
  accountId: '7',
  subject: { type: 'account', id: '7' },
  field: 'health',
  from: 62,
  to: 35,
  ...values,
})

describe('changeClause', () => {
  const contract = { type: 'exposure', id: 'contract:1' } as const
  const request = { type: 'request', id: '3' } as const
  it.each([
    [change({}), 'health from 62 to 35'],
    [change({ from: null }), 'health from unknown to 35'],
    [change({ field: 'icp', from: 0.5, to: 0.826 }), 'fit from 50 % to 83 %'],
    [
      change({ subject: contract, field: 'amount', from: 1200.5, to: 240_000 }),
      'amount from 1,200.5 to 240,000',
    ],
    [
      change({ subject: contract, field: 'date', from: '2026-05-15', to: null }),
      'date from 15 May 2026 to none',
    ],
    [
      change({ subject: contract, field: 'there', from: true, to: false }),
      'contract no longer open',
    ],
    [
      change({ subject: request, cause: 'own_links', field: 'there', from: false, to: true }),
      'asks for it now',
    ],
    [
      change({ subject: request, cause: 'other_links', field: 'there', from: true, to: false }),
      'no longer counts',
    ],
    [
      change({ subject: request, cause: 'own_links', field: 'counts', from: true, to: false }),
      'counts for less money now',
    ],
    [
      change({ subject: request, field: 'severity', from: 'minor', to: 'blocker' }),
      'importance from minor to blocker',
    ],
    [
      change({ subject: request, field: 'evidence', from: 'none', to: 'customer_said' }),
      'evidence from no sign of it to customer said so',
    ],
    [change({ subject: request, field: 'confirmed', from: 90, to: 2 }), 'confirmed again'],
  ])('%j', (told, clause) => {
    expect(changeClause(told)).toBe(clause)
  })
})

describe('readSpan', () => {
  const read = (query: string) => readSpan(new URLSearchParams(query))

  it('reads days and publications', () => {
    expect(read('from=publication-3&to=2026-01-15')).toEqual({
      from: { publication: 3 },
      to: { day: '2026-01-15' },
      problem: null,
    })
  })

  it('asks for nothing where nothing is given', () => {
    expect(read('from=&other=1')).toEqual({ from: null, to: null, problem: null })
  })

  it.each(['2026-13-01', 'banana', 'publication-0', 'publication-x'])(
    'says that %s is no day, and keeps the other',
    (text) => {
      expect(read(`from=2026-01-15&to=${text}`)).toEqual({
        from: { day: '2026-01-15' },
        to: null,
        problem: { field: 'to', text: 'This is no day that exists. Write it as 2026-01-15.' },
      })
    },
  )
})
