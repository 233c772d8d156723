import { expect, it } from 'vitest'

import { jackknifeError } from '#app/lib/jackknife.ts'

// Of 2, 4, 6 and 12 the means without each are 22/3, 20/3, 6 and 4. Of a mean it is the usual error: √(56 / 3 / 4).
it('is the standard error of the mean, where the figure is a mean', () => {
  expect(jackknifeError([22 / 3, 20 / 3, 6, 4])).toBeCloseTo(Math.sqrt(56 / 12), 12)
})

it('is nothing where every observation says the same', () => {
  expect(jackknifeError([3, 3, 3])).toBe(0)
})
