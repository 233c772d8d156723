import { expect, test } from 'vitest'

import {
  costText,
  describeFieldChange,
  oddsText,
  shipText,
  standsAt,
  STEPS,
  stepOf,
} from '#app/domain/items/words.ts'

const noCost = { costLow: null, costLikely: null, costHigh: null, costSize: null }

test('cost in words', () => {
  expect(costText({ ...noCost, costLow: 2, costLikely: 3.5, costHigh: 5 })).toBe(
    '2 to 5 weeks, likely 3.5',
  )
  expect(costText({ ...noCost, costSize: 'XL' })).toBe('size XL')
  expect(costText(noCost)).toBeNull()
})

test('the expected date in words', () => {
  const day = { shipsOn: '2026-06-30', shipQuarter: null, shipConfidence: null }
  expect(shipText(day)).toBe('30 Jun 2026')
  expect(shipText({ ...day, shipQuarter: 'Q2 2026', shipConfidence: 'high' })).toBe(
    'Q2 2026, high confidence',
  )
  expect(shipText({ ...day, shipsOn: null })).toBeNull()
})

test('a change of a field as a clause', () => {
  const cost = { words: 'cost', before: 'size L', after: 'size M' }
  expect(describeFieldChange(cost)).toBe('changed the cost from size L to size M')
  expect(describeFieldChange({ ...cost, before: null })).toBe('set the cost to size M')
  expect(describeFieldChange({ ...cost, after: null })).toBe('cleared the cost, which was size L')
  expect(describeFieldChange({ ...cost, words: 'description' })).toBe('edited the description')
})

test.each(STEPS)('%s is a status with its horizon, and back', (step) => {
  expect(stepOf(standsAt(step))).toBe(step)
})

// An order is supported from 80 % on: what falls short of it must not be shown as 80.
test.each([
  [0.7964, '79 %'],
  [0.7999999, '79 %'],
  [0.8, '80 %'],
  [0.8581, '86 %'],
  [0.9999, '99 %'],
  [0.001, '1 %'],
])('the probability %s in words', (odds, text) => {
  expect(oddsText(odds)).toBe(text)
})
