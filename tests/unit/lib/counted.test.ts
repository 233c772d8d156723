import { expect, it } from 'vitest'

import { counted } from '#app/lib/counted.ts'

it('has one word for one and another for any other number', () => {
  expect([0, 1, 2].map((count) => counted(count, 'account'))).toEqual([
    '0 accounts',
    '1 account',
    '2 accounts',
  ])
  expect(counted(2, 'loss', 'losses')).toBe('2 losses')
})
