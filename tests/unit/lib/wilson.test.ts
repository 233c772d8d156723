import { expect, test } from 'vitest'

import { wilson } from '#app/lib/wilson.ts'

// 16 of 20 and 14 of 22 as the model's table of criteria prints them; the ends of nothing and of everything.
test.each([
  [16, 20, 0.584, 0.919],
  [14, 22, 0.43, 0.803],
  [0, 4, 0, 0.49],
  [4, 4, 0.51, 1],
  [0, 0, 0, 1],
])('%d of %d', (successes, count, low, high) => {
  const interval = wilson(successes, count)
  expect(interval.low).toBeCloseTo(low, 3)
  expect(interval.high).toBeCloseTo(high, 3)
})
