import { expect } from 'vitest'

/** Within `tolerance` of the expected number, relative to it. */
export function expectClose(actual: number, expected: number, tolerance = 1e-9): void {
  expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected),
  )
}
