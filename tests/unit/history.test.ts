import { describe, expect, it } from 'vitest'

import { diffFields } from '#app/domain/history.ts'
import { fieldWords, valueText } from '#app/domain/history-words.ts'

describe('diffFields', () => {
  it('finds what differs, field by field', () => {
    expect(
      diffFields(
        { name: 'A', covers: [1, 2], amount: { minor: 100, currency: 'EUR' }, plan: null },
        { name: 'B', covers: [1, 2], amount: { minor: 200, currency: 'EUR' }, plan: null },
      ),
    ).toEqual([
      { field: 'name', before: 'A', after: 'B' },
      {
        field: 'amount',
        before: { minor: 100, currency: 'EUR' },
        after: { minor: 200, currency: 'EUR' },
      },
    ])
  })

  it('takes a missing field for null', () => {
    expect(diffFields({ a: 1 }, { b: 2, c: undefined })).toEqual([
      { field: 'a', before: 1, after: null },
      { field: 'b', before: null, after: 2 },
    ])
  })

  it('finds nothing where nothing changed', () => {
    expect(diffFields({ a: [], b: null }, { a: [] })).toEqual([])
  })

  it('keeps a new record whole', () => {
    expect(diffFields(null, { a: 1 })).toEqual([
      { field: 'created', before: null, after: { a: 1 } },
    ])
  })
})

describe('words of history', () => {
  it.each([
    ['renewsOn', 'renewal date'],
    ['healthScore', 'health score'],
    ['name', 'name'],
  ])('%s is %s', (field, words) => {
    expect(fieldWords(field)).toBe(words)
  })

  const nobody = () => undefined
  it.each([
    ['amount', { minor: 250_000_50, currency: 'EUR' }, '€250,000.50'],
    ['renewsOn', '2026-05-15', '15 May 2026'],
    ['evergreen', true, 'yes'],
    ['state', 'in_progress', 'in progress'],
    ['name', 'snake_case GmbH', 'snake_case GmbH'],
    ['externalIds', ['salesforce 1', 'hubspot 2'], 'salesforce 1, hubspot 2'],
    ['covers', [], null],
    ['plan', '', null],
    ['plan', null, null],
    ['noticeDays', 60, '60'],
  ])('%s %j is %j', (field, value, text) => {
    expect(valueText(field, value, nobody)).toBe(text)
  })

  it('names records where it can', () => {
    const nameOf = (field: string, id: number) =>
      field === 'covers' && id === 3 ? 'Ege' : undefined
    expect(valueText('covers', [3, 4], nameOf)).toBe('Ege, 4')
  })
})
