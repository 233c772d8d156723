import { describe, expect, test } from 'vitest'

import {
  attributeKey,
  checkMapping,
  chooseValue,
  mappingSchema,
} from '#app/domain/imports/mapping.ts'
import { plainMapping } from '#tests/support/imports.ts'

describe('checkMapping', () => {
  const columns = ['external_id', 'name', 'seats', 'Seats']

  test('accepts one column for two fields', () => {
    const mapping = plainMapping('accounts', [], { columns: { external_id: 'name', name: 'name' } })
    expect(checkMapping(mapping, columns)).toEqual([])
  })

  test('accepts a fixed value where a column is required', () => {
    const mapping = plainMapping('requests', ['external_id', 'title'], {
      constants: { type: 'bug', importance: 'minor' },
    })
    expect(checkMapping(mapping, ['external_id', 'title'])).toEqual([])
  })

  test.each([
    [
      plainMapping('accounts', ['external_id']),
      { field: 'name', message: 'Name: choose a column.' },
    ],
    [
      plainMapping('requests', ['external_id', 'title', 'type']),
      { field: 'importance', message: 'Importance: choose a column, or one value for all rows.' },
    ],
    [
      plainMapping('accounts', ['external_id', 'name', 'plan']),
      { field: 'plan', message: 'The file has no column “plan”.' },
    ],
    [
      plainMapping('accounts', ['external_id', 'name'], { constants: { lifecycle: 'gone' } }),
      { field: 'lifecycle', message: '“gone” is none of prospect, onboarding, active, churned.' },
    ],
    [
      plainMapping('accounts', ['external_id', 'name'], {
        values: { lifecycle: { map: { lead: 'maybe' }, otherwise: 'refuse' } },
      }),
      { field: 'lifecycle', message: '“maybe” is none of prospect, onboarding, active, churned.' },
    ],
    [
      plainMapping('accounts', ['external_id', 'name'], { constants: { colour: 'red' } }),
      { field: 'colour', message: 'accounts have no field “colour”.' },
    ],
    [
      plainMapping('accounts', ['external_id', 'name'], {
        attributes: [
          { column: 'seats', key: 'seats', type: 'number' },
          { column: 'Seats', key: 'seats', type: 'text' },
        ],
      }),
      { column: 'Seats', message: 'Two columns would fill the attribute “seats”.' },
    ],
    [
      plainMapping('accounts', ['external_id', 'name'], {
        attributes: [{ column: 'gone', key: 'gone', type: 'text' }],
      }),
      { column: 'gone', message: 'The file has no column “gone”.' },
    ],
  ])('case %#', (mapping, problem) => {
    expect(checkMapping(mapping, [...columns, 'title', 'type'])).toEqual([problem])
  })

  test('custom attributes are for accounts', () => {
    const mapping = plainMapping('opportunities', ['external_id', 'name'], {
      attributes: [{ column: 'seats', key: 'seats', type: 'number' }],
    })
    expect(checkMapping(mapping, columns)).toEqual([
      { column: 'seats', message: 'Only accounts have custom attributes.' },
    ])
  })
})

describe('chooseValue', () => {
  const choices = ['bug', 'feature_request']
  const map = { problem: 'bug', oneri: 'feature_request' }

  test.each([
    ['Bug', 'bug'],
    ['Feature Request', 'feature_request'],
    ['feature-request', 'feature_request'],
    ['PROBLEM', 'bug'],
    ['Öneri', 'feature_request'],
    ['Task', null],
  ])('%s is %s', (cell, value) => {
    expect(chooseValue(cell, choices, { map, otherwise: 'refuse' })).toBe(value)
  })

  test('other cells are left alone or given a value when somebody said so', () => {
    expect(chooseValue('Task', choices, { map, otherwise: 'ignore' })).toBeUndefined()
    expect(chooseValue('Task', choices, { map, otherwise: { use: 'bug' } })).toBe('bug')
    expect(chooseValue('Task', choices, undefined)).toBeNull()
  })
})

test.each([
  ['Güncel Paket', 'guncel_paket'],
  ['2024 Seats (used)', 'seats_used'],
  ['Σ', 'column'],
])('attributeKey of %s is %s', (column, key) => {
  expect(attributeKey(column)).toBe(key)
})

test('a stored mapping is read back, one with an unknown currency is not', () => {
  const mapping = plainMapping('accounts', ['external_id', 'name'])
  expect(mappingSchema.parse(mapping)).toEqual(mapping)
  expect(mappingSchema.safeParse({ ...mapping, currency: 'XYZ' }).success).toBe(false)
})
