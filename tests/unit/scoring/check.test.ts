import { describe, expect, it } from 'vitest'

import {
  compareStored,
  sumsAgree,
  type StoredRow,
} from '#app/domain/scoring/check/compare-stored.ts'
import { checkText, type ScoreCheck } from '#app/domain/scoring/check/words.ts'

const rows = (entries: Record<string, StoredRow>) => new Map(Object.entries(entries))
const item = (itemId: number, ...figures: StoredRow['figures']): StoredRow => ({ itemId, figures })

describe('compareStored', () => {
  it('names items, counts exposures, and tells the largest difference', () => {
    const stored = rows({
      'item:7': item(7, 100, 5),
      'item:7 contract:1': item(7, 50),
      'item:2': item(2, 1, null),
      'contract:1': { itemId: null, figures: [10, 0] },
    })
    const computed = rows({
      'item:7': item(7, 100 * (1 + 1e-12), 5),
      'item:7 contract:1': item(7, 40),
      'item:2': item(2, 1, 3),
      'contract:1': { itemId: null, figures: [10, 0] },
      'contract:2': { itemId: null, figures: [1, 1] },
    })
    expect(compareStored(stored, computed)).toEqual({ itemIds: [2, 7], exposures: 1, largest: 1 })
    expect(compareStored(rows({ a: item(1, 50) }), rows({ a: item(1, 40) })).largest).toBeCloseTo(
      0.2,
    )
    expect(compareStored(stored, stored)).toEqual({ itemIds: [], exposures: 0, largest: 0 })
  })

  it('is not blind to a figure that turned its sign or became nothing', () => {
    const found = compareStored(rows({ a: item(1, 3) }), rows({ a: item(1, -3) }))
    expect(found).toEqual({ itemIds: [1], exposures: 0, largest: 1 })
    expect(compareStored(rows({ a: item(1, 0) }), rows({ a: item(1, 1e-30) })).largest).toBe(1)
  })
})

it('sums agree within a billionth', () => {
  const sums = { value: 1e9, keepable: 1e9 + 0.5, caused: 5, arrAtRisk: 5 }
  expect(sumsAgree(sums)).toBe(true)
  expect(sumsAgree({ ...sums, keepable: 1e9 + 2 })).toBe(false)
  expect(sumsAgree({ ...sums, caused: 4 })).toBe(false)
})

describe('checkText', () => {
  const nothing: ScoreCheck = {
    scored: 48,
    reconciled: true,
    items: [],
    differing: 0,
    exposures: 0,
    largest: 0,
  }
  it.each<[string, Partial<ScoreCheck>]>([
    ['Nothing found: 48 items score the same from scratch, and the sums agree.', {}],
    [
      '1 item (ITEM-3) differed by up to 12 %. Everything was scored again.',
      { items: [3], differing: 1, largest: 0.12 },
    ],
    [
      'The sums did not agree. 25 items (ITEM-1, ITEM-2 and 23 more) and 1 contract or deal differed by up to 0.35 %. Everything was scored again.',
      { reconciled: false, items: [1, 2], differing: 25, exposures: 1, largest: 0.0035 },
    ],
    [
      '2 contracts or deals differed by up to 4e-6 %. Everything was scored again.',
      { exposures: 2, largest: 4e-8 },
    ],
  ])('%s', (text, found) => {
    expect(checkText({ ...nothing, ...found })).toBe(text)
  })
})
