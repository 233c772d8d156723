import { expect, test } from 'vitest'

import { atMost } from '#app/lib/at-most.ts'

test('two at once, in the order they came, and one that fails makes room', async () => {
  const two = atMost(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const works = [0, 1, 2, 3].map((n) =>
    two(async () => {
      begun.push(n)
      await new Promise<void>((end) => ends.push(end))
      if (n === 0) throw new Error('failed')
      return n
    }),
  )
  const settled = Promise.allSettled(works)
  expect(begun).toEqual([0, 1])
  ends[0]?.()
  await works[0]?.catch(() => undefined)
  expect(begun).toEqual([0, 1, 2])
  ends[1]?.()
  expect(await works[1]).toBe(1)
  expect(begun).toEqual([0, 1, 2, 3])
  ends[2]?.()
  ends[3]?.()
  expect((await settled).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect(await two(() => Promise.resolve('again'))).toBe('again')
})
