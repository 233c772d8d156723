import { expect, test } from 'vitest'

import { shapley } from '#app/lib/shapley.ts'

// The glove game: one left glove and two right ones, a pair is worth 1. By hand: 4/6, 1/6, 1/6.
test('shares the worth of a pair of gloves', () => {
  const values = shapley(['left', 'right 1', 'right 2'], (hands) =>
    hands.has('left') && hands.size > 1 ? 1 : 0,
  )
  expect(values.get('left')).toBeCloseTo(2 / 3, 12)
  expect(values.get('right 1')).toBeCloseTo(1 / 6, 12)
  expect(values.get('right 2')).toBeCloseTo(1 / 6, 12)
})

// An airport: runways cost 12, 18 and 30. By hand: 12/3 = 4, 4 + 6/2 = 7, 7 + 12 = 19.
test('shares the cost of a runway', () => {
  const costs = { small: 12, middle: 18, large: 30 }
  const values = shapley(Object.keys(costs) as (keyof typeof costs)[], (planes) =>
    Math.max(0, ...[...planes].map((plane) => costs[plane])),
  )
  expect(values.get('small')).toBeCloseTo(4, 12)
  expect(values.get('middle')).toBeCloseTo(7, 12)
  expect(values.get('large')).toBeCloseTo(19, 12)
})

test('has nothing to share among nobody', () => {
  expect(shapley([], () => 5)).toEqual(new Map())
})
