import { expect, it } from 'vitest'

import { parsePublication } from '#app/domain/publications/content.ts'
import { publishedContent, publishedItem } from '#tests/support/publication.ts'

it('reads a publication from before scores had intervals and tiers', () => {
  const { low: _low, high: _high, tier: _tier, ...old } = publishedItem()
  const [item] = parsePublication({ ...publishedContent([]), items: [old] }).items
  expect(item).toEqual({ ...old, low: null, high: null, tier: null })
})
