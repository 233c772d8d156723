import { describe, expect, it } from 'vitest'

import { sharedView } from '#app/domain/publications/shared-view.ts'
import { publishedContent, publishedItem, publishedLine } from '#tests/support/publication.ts'

// As they are published: the most at stake first.
const AT_STAKE = ['Yıldız AŞ', 'Çınar Lojistik', 'Brio']
const item = publishedItem({
  accounts: AT_STAKE.map((name, index) => publishedLine(name, 40 - index)),
})

const names = (showMoney: boolean) =>
  sharedView(publishedContent([item]), { showAccounts: true, showMoney }).items[0]?.accountNames

describe('sharedView', () => {
  it('names accounts by what they have at stake where money shows', () => {
    expect(names(true)).toEqual(AT_STAKE)
  })

  it('names them by the alphabet where it does not, since their order would tell', () => {
    expect(names(false)).toEqual(['Brio', 'Çınar Lojistik', 'Yıldız AŞ'])
    expect(item.accounts.map(({ name }) => name)).toEqual(AT_STAKE)
  })
})
