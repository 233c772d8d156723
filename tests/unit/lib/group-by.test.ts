import { expect, it } from 'vitest'

import { groupBy } from '#app/lib/group-by.ts'

it('keeps the order of keys and of values', () => {
  const groups = groupBy(['pear', 'apple', 'plum', 'avocado'], (word) => word[0])
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum']],
    ['a', ['apple', 'avocado']],
  ])
})
