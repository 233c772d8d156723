import { expect, test } from 'vitest'

import { readShown } from '#app/domain/items/item-page.ts'

test.each([
  [null, 100],
  ['', 100],
  ['none', 100],
  ['-3', 100],
  ['101', 200],
  ['200', 200],
  ['1e9', 5_000],
])('an address with %j shows %i entries', (text, shown) => {
  expect(readShown(text)).toBe(shown)
})
