import { expect, test } from 'vitest'

import { keepableAt } from '#app/domain/scoring/health-curve.ts'
import { DEFAULT_PARAMETERS } from '#app/domain/scoring/parameters.ts'

// Section 2.6 of the model.
test.each([
  [5, 0.0468],
  [30, 0.0574],
  [35, 0.0577],
  [50, 0.055],
  [80, 0.0416],
  [100, 0.0326],
])('at health %i a critical request can keep %f', (health, share) => {
  expect(keepableAt(health, DEFAULT_PARAMETERS)).toBeCloseTo(share, 4)
})
