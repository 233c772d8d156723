import { describe, expect, it } from 'vitest'

import { publicationChanges } from '#app/domain/publications/changes.ts'
import type { PublishedItem } from '#app/domain/publications/content.ts'
import { publishedItem, publishedLine } from '#tests/support/publication.ts'

const nothing = { shipped: [], declined: [] }

/** Why an item is said to have moved between two ranks. */
function why(before: Partial<PublishedItem>, after: Partial<PublishedItem>): string | undefined {
  const changes = publicationChanges(
    { items: [publishedItem(before)] },
    { items: [publishedItem(after)], ...nothing },
  )
  return changes[0]?.why
}

const two = [publishedLine('Alba', 30), publishedLine('Brio', 60)]

describe('publicationChanges', () => {
  it('says what lifted an item that rose', () => {
    expect(why({ rank: 4 }, { rank: 2, accounts: two })).toBe('One more account asks.')
    expect(why({ rank: 4 }, { rank: 2, value: 80 })).toBe('More hangs on it.')
    expect(why({ rank: 4, costMean: 3 }, { rank: 2, accounts: two })).toBe(
      'One more account asks; its estimate fell from 3.0 to 2.0 weeks.',
    )
  })

  it('says what lowered one that fell', () => {
    expect(why({ rank: 2, accounts: two }, { rank: 4 })).toBe('One account less asks.')
    expect(why({ rank: 2 }, { rank: 4, costMean: 5 })).toBe(
      'Its estimate rose from 2.0 to 5.0 weeks.',
    )
  })

  it('never explains a move by what points the other way', () => {
    expect(why({ rank: 4 }, { rank: 2, value: 40 })).toBe('Others fell behind.')
    expect(why({ rank: 2 }, { rank: 4, value: 80, accounts: two })).toBe('Others moved past it.')
    expect(why({ rank: 2 }, { rank: 4, accounts: two, costMean: 9 })).toBe(
      'Its estimate rose from 2.0 to 9.0 weeks.',
    )
  })

  it('takes no change of a hundredth for a reason', () => {
    expect(why({ rank: 4 }, { rank: 3, value: 60.5 })).toBe('Others fell behind.')
  })

  it('keeps silent about what stays in its place', () => {
    expect(why({ value: 10 }, { value: 90 })).toBeUndefined()
  })
})
