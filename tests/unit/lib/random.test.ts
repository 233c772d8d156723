import { describe, expect, test } from 'vitest'

import { randomOf } from '#app/lib/random.ts'

const many = (seed: string, draw: (random: ReturnType<typeof randomOf>) => unknown) => {
  const random = randomOf(seed)
  return Array.from({ length: 2000 }, () => draw(random))
}

describe('randomOf', () => {
  test('repeats itself for the same seed, and differs for another', () => {
    const next = (seed: string) => many(seed, (random) => random.next())
    expect(next('a')).toEqual(next('a'))
    expect(next('a')).not.toEqual(next('b'))
  })

  test('draws whole numbers within the bounds, both included', () => {
    const drawn = many('dice', (random) => random.int(1, 6))
    expect([...new Set(drawn)].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('is spread evenly: a tenth of the draws lies below 0.1', () => {
    const low = many('even', (random) => random.next()).filter((value) => Number(value) < 0.1)
    expect(low.length).toBeGreaterThan(150)
    expect(low.length).toBeLessThan(250)
  })

  test('weighs: three of four, and never what weighs nothing', () => {
    const drawn = many('scale', (random) =>
      random.weigh([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    )
    expect(drawn).not.toContain('never')
    const often = drawn.filter((word) => word === 'often').length
    expect(often).toBeGreaterThan(1400)
    expect(often).toBeLessThan(1600)
  })

  test('shuffles without losing or doubling anything', () => {
    const cards = Array.from({ length: 52 }, (_, index) => index)
    const shuffled = randomOf('cards').shuffle(cards)
    expect(shuffled).not.toEqual(cards)
    expect([...shuffled].sort((a, b) => a - b)).toEqual(cards)
  })

  test('refuses to pick from nothing', () => {
    expect(() => randomOf('x').pick([])).toThrow(RangeError)
  })
})
