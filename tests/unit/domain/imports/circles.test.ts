import { expect, test } from 'vitest'

import { findCircles } from '#app/domain/imports/circles.ts'

test.each<[string, [string, string][], string[]]>([
  [
    'a chain',
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    [],
  ],
  [
    'two that point at each other',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    ['a', 'b'],
  ],
  ['itself', [['a', 'a']], ['a']],
  [
    'below a circle, but not in it',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ],
    ['b', 'c'],
  ],
  [
    'two circles',
    [
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'd'],
      ['d', 'c'],
      ['e', 'a'],
    ],
    ['a', 'b', 'c', 'd'],
  ],
])('%s', (_, pairs, expected) => {
  expect([...findCircles(new Map(pairs))].sort()).toEqual(expected)
})
