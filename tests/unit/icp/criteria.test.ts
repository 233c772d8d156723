import { describe, expect, it } from 'vitest'

import { criterionSchema, passes, testText, type Test } from '#app/domain/icp/criteria.ts'
import { industry, region, size } from '#tests/support/criteria.ts'

const at = { attribute: 'fact' }
const oneOf: Test = { ...at, operator: 'is_one_of', operand: ['İstanbul', 'yes', '12'] }
const between: Test = { ...at, operator: 'between', operand: { low: 50, high: 1500 } }
const atLeast: Test = { ...at, operator: 'at_least', operand: 50 }
const atMost: Test = { ...at, operator: 'at_most', operand: 50 }
const contains: Test = { ...at, operator: 'contains', operand: 'SAP' }
const since: Test = { ...at, operator: 'at_least', operand: '2025-01-31' }
const until: Test = { ...at, operator: 'at_most', operand: '2025-01-31' }
const year: Test = {
  ...at,
  operator: 'between',
  operand: { low: '2025-01-01', high: '2025-12-31' },
}
const known: Test = { ...at, operator: 'is_known', operand: null }

describe('a test', () => {
  it.each([
    [oneOf, 'istanbul', true],
    [oneOf, ' ISTANBUL ', true],
    [oneOf, true, true],
    [oneOf, false, false],
    [oneOf, 12, true],
    [oneOf, 'Ankara', false],
    [oneOf, '', null],
    [oneOf, null, null],
    [oneOf, undefined, null],
    [between, 50, true],
    [between, 1500, true],
    [between, 49.9, false],
    [between, 'many', null],
    [atLeast, 50, true],
    [atLeast, 49, false],
    [atLeast, '60', null],
    [atMost, 50, true],
    [atMost, 51, false],
    [contains, 'has sap and more', true],
    [contains, 'Oracle', false],
    [contains, null, null],
    [since, '2025-01-31', true],
    [since, '2025-01-30', false],
    [since, 20250131, null],
    [until, '2025-02-01', false],
    [year, '2025-06-30', true],
    [year, '2026-01-01', false],
    [year, null, null],
    [known, 0, true],
    [known, false, true],
    [known, ' ', false],
    [known, null, false],
  ] as const)('%o of %s: %s', (test, value, expected) => {
    expect(passes(test, value)).toBe(expected)
  })

  it.each([
    [oneOf, 'is one of İstanbul, yes, 12'],
    [{ ...at, operator: 'is_one_of', operand: ['Retail'] }, 'is Retail'],
    [between, 'is between 50 and 1,500'],
    [atLeast, 'is at least 50'],
    [atMost, 'is at most 50'],
    [contains, 'contains “SAP”'],
    [since, 'is on or after 31 Jan 2025'],
    [until, 'is on or before 31 Jan 2025'],
    [year, 'is between 1 Jan 2025 and 31 Dec 2025'],
    [known, 'is known'],
  ] satisfies [Test, string][])('%o in words', (test, expected) => {
    expect(testText(test)).toBe(expected)
  })
})

describe('a criterion', () => {
  it('may have tenths of points', () => {
    for (const points of [0.1, 14.2, 22.5, 100]) {
      expect(criterionSchema.safeParse({ ...industry, points }).success).toBe(true)
    }
  })

  it.each([
    ['hundredths', { ...industry, points: 14.25 }],
    ['more than 100 points', { ...industry, points: 100.1 }],
    ['no points', { ...industry, points: 0 }],
    ['points on a must-have', { ...region, points: 5 }],
    ['no values', { ...industry, operand: [] }],
    ['an empty value', { ...industry, operand: [' '] }],
    ['half a range', { ...size, operand: { low: 1 } }],
    ['a word for a number', { ...size, operator: 'at_least', operand: 'ten' }],
    ['a day that does not exist', { ...size, operator: 'at_least', operand: '2025-02-30' }],
    ['a number to a day', { ...size, operand: { low: 1, high: '2025-01-31' } }],
    ['no name', { ...industry, label: ' ' }],
    ['another operator', { ...industry, operator: 'is' }],
  ])('is refused with %s', (_what, criterion) => {
    expect(criterionSchema.safeParse(criterion).success).toBe(false)
  })
})
