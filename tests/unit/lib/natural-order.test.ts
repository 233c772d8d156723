import { expect, it } from 'vitest'

import { compareIds } from '#app/lib/natural-order.ts'

it('orders by words, then by number, then by how it is written', () => {
  const shuffled = ['X10', 'contract:12', '10', 'X2', '9', 'contract:3', 'X02', 'R', 'R1']
  expect(shuffled.sort(compareIds)).toEqual([
    '9',
    '10',
    'R',
    'R1',
    'X02',
    'X2',
    'X10',
    'contract:3',
    'contract:12',
  ])
})

it('finds equal only what is the same', () => {
  expect(compareIds('X1', 'X1')).toBe(0)
  expect(compareIds('X1', 'X01')).not.toBe(0)
})
