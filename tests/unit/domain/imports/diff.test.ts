import { describe, expect, test } from 'vitest'

import { diffRow } from '#app/domain/imports/diff.ts'

const existing = {
  name: 'Acme',
  plan: 'Pro',
  employees: null,
  amount: { minor: 100, currency: 'EUR' },
  covers: ['A', 'B'],
  'attributes.seats': 5,
}

describe('diffRow', () => {
  test('a record that is not there is new', () => {
    expect(diffRow({ name: 'Acme' }, null)).toEqual({ outcome: 'new' })
  })

  test.each([
    [{ name: 'Acme' }],
    [{ plan: undefined }],
    [{ amount: { currency: 'EUR', minor: 100 } }],
    [{ covers: ['B', 'A'] }],
    [{ 'attributes.seats': 5 }],
    [{ segment: null }],
    [{}],
  ])('%j changes nothing', (row) => {
    expect(diffRow(row, existing)).toEqual({ outcome: 'unchanged' })
  })

  test('says of each changed field what it was and what it will be', () => {
    const row = {
      name: 'Acme',
      plan: 'Basic',
      employees: 12,
      amount: { minor: 100, currency: 'TRY' },
      covers: ['A'],
      'attributes.seats': 6,
      'attributes.live': true,
    }
    expect(diffRow(row, existing)).toEqual({
      outcome: 'changed',
      changes: {
        plan: { before: 'Pro', after: 'Basic' },
        employees: { before: null, after: 12 },
        amount: { before: { minor: 100, currency: 'EUR' }, after: { minor: 100, currency: 'TRY' } },
        covers: { before: ['A', 'B'], after: ['A'] },
        'attributes.seats': { before: 5, after: 6 },
        'attributes.live': { before: null, after: true },
      },
    })
  })

  test('null clears, a missing key does not', () => {
    expect(diffRow({ plan: null }, existing)).toEqual({
      outcome: 'changed',
      changes: { plan: { before: 'Pro', after: null } },
    })
  })
})
