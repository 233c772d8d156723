import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  drawSample,
  nextUnanswered,
  orderFor,
  SAMPLE_SIZE,
  type Candidate,
} from '#app/domain/polls/sample.ts'

const many = (count: number, from: number, band: string, unknown = false): Candidate[] =>
  Array.from({ length: count }, (_, i) => ({ id: from + i, band, unknown }))

const book = [
  ...many(60, 1, 'poor'),
  ...many(30, 100, 'fair', true),
  ...many(20, 200, 'good'),
  ...many(3, 300, 'ideal'),
]

describe('the sample of a poll', () => {
  it('takes all of a rare kind and as many as any other of the common ones', () => {
    const drawn = drawSample(book, 'a')
    const of = (from: number, to: number) => drawn.filter((id) => id >= from && id < to).length
    expect(drawn).toHaveLength(SAMPLE_SIZE)
    expect([of(1, 100), of(100, 200), of(200, 300), of(300, 400)]).toEqual([7, 7, 7, 3])
  })

  it('is the same for the same seed, whatever the order, and another for another', () => {
    expect(drawSample([...book].reverse(), 'a')).toEqual(drawSample(book, 'a'))
    expect(drawSample(book, 'b')).not.toEqual(drawSample(book, 'a'))
  })

  it('is the whole book where that is smaller, and nothing of nothing', () => {
    const small = many(5, 1, 'good')
    expect(drawSample(small, 'a').sort()).toEqual([1, 2, 3, 4, 5])
    expect(drawSample([], 'a')).toEqual([])
  })

  it('never draws an account twice', () => {
    const candidate = fc.record({
      id: fc.integer({ min: 1, max: 500 }),
      band: fc.constantFrom('ideal', 'good', 'fair', 'poor'),
      unknown: fc.boolean(),
    })
    const books = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 80 })
    fc.assert(
      fc.property(books, fc.string(), (candidates, seed) => {
        const drawn = drawSample(candidates, seed)
        expect(new Set(drawn).size).toBe(Math.min(candidates.length, SAMPLE_SIZE))
      }),
    )
  })
})

describe('the order of one person', () => {
  it('has every account, and differs by person', () => {
    const ids = [5, 3, 9, 1, 7, 2, 8, 4]
    const [one, other] = [orderFor(ids, 'a', 1), orderFor(ids, 'a', 2)]
    expect([...one].sort()).toEqual([...ids].sort())
    expect(one).toEqual(orderFor(ids, 'a', 1))
    expect(one).not.toEqual(other)
  })
})

describe('the next account', () => {
  const progress = [{ rating: undefined }, { rating: null }, { rating: 4 }, { rating: undefined }]
  it.each([
    [0, 1],
    [1, 4],
    [3, 4],
    [4, 1],
  ])('after %s is %s', (after, place) => {
    expect(nextUnanswered(progress, after)).toBe(place)
  })

  it('is none when all are answered', () => {
    expect(nextUnanswered(progress.slice(1, 3), 0)).toBeNull()
  })
})
