import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareRank } from '#app/domain/scoring/rank.ts'
import { stickyOrder, type Placed } from '#app/domain/scoring/sticky-order.ts'

/** Only the cost is unsure, by 0.5: the better one of two outranks the other at 80 % from 1.813 times its score on. */
function placed(id: string, score: number, cost = 0.5): Placed {
  const importance = { blocker: 0, critical: 0, major: 0, minor: 0 }
  return { id, score, costMean: 1, sensitivity: { median: score, cost, importance, pulls: {} } }
}

const order = (
  scores: Record<string, number>,
  before: readonly string[],
  changed: readonly string[] = [],
) =>
  stickyOrder(
    Object.entries(scores).map(([id, score]) => placed(id, score)),
    new Map(before.map((id, i) => [id, i + 1])),
    new Set(changed),
  )
    .map(({ id }) => id)
    .join('')

describe('stickyOrder', () => {
  it('keeps places where the new order is not supported and only the clock moved', () => {
    expect(order({ A: 50, B: 60, C: 55 }, ['A', 'B', 'C'])).toBe('ABC')
  })

  it('moves what outranks the ones before it with at least 80 %', () => {
    expect(order({ A: 50, B: 100, C: 40 }, ['A', 'B', 'C'])).toBe('BAC')
  })

  it('stops before the first that it may not pass', () => {
    // C passes B (45), but not A (60): 100 is 1.67 times as much.
    expect(order({ A: 60, B: 45, C: 100 }, ['A', 'B', 'C'])).toBe('ACB')
  })

  it('lets an item move whose input changed, and the others stay', () => {
    // Ahead of both it contradicts B, behind both A, between them both: the first of the places with one.
    expect(order({ A: 50, B: 60, C: 55 }, ['A', 'B', 'C'], ['C'])).toBe('CAB')
    expect(order({ A: 50, B: 60, C: 70 }, ['A', 'B', 'C'], ['C'])).toBe('CAB')
  })

  it('puts new items in by their scores', () => {
    expect(order({ A: 90, B: 60, N: 70, M: 10 }, ['A', 'B'])).toBe('ANBM')
  })

  it('does not let one low score at the top pull everything new above it', () => {
    // A keeps the first place by a little; N is behind B and C, which outrank it.
    expect(order({ A: 50, B: 90, C: 80, N: 70 }, ['A', 'B', 'C'])).toBe('ABCN')
  })

  it('leaves out what is gone', () => {
    expect(order({ B: 10, C: 20 }, ['A', 'B', 'C'])).toBe('CB')
  })
})

const items = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      fc.tuple(
        ...ids.map((id) =>
          fc.double({ min: 0, max: 200, noNaN: true }).map((score) => placed(String(id), score)),
        ),
      ),
      fc.shuffledSubarray(ids.map(String)),
      fc.subarray(ids.map(String)),
    ),
  )

const ranks = (ids: readonly string[]) => new Map(ids.map((id, i) => [id, i + 1]))

describe('for any backlog', () => {
  it('every item has one place', () => {
    fc.assert(
      fc.property(items, ([all, before, changed]) => {
        const ordered = stickyOrder(all, ranks(before), new Set(changed))
        expect(ordered.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      }),
    )
  })

  it('is the order as scored without a publication before, or when everything changed', () => {
    fc.assert(
      fc.property(items, ([all, before]) => {
        const scored = [...all].sort(compareRank)
        expect(stickyOrder(all, new Map(), new Set())).toEqual(scored)
        const everything = new Set(all.map(({ id }) => id))
        expect(stickyOrder(all, ranks(before), everything)).toEqual(scored)
      }),
    )
  })

  it('published again at once, it is the same', () => {
    fc.assert(
      fc.property(items, ([all, before, changed]) => {
        const first = stickyOrder(all, ranks(before), new Set(changed))
        expect(stickyOrder(all, ranks(first.map(({ id }) => id)), new Set())).toEqual(first)
      }),
    )
  })
})
