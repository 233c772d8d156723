import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { findLookAlikes } from '#app/domain/requests/similar.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { makeAccount, makeCompany, makeItem, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { PAIRS, UNRELATED } from './look-alike-pairs.ts'

describe('findLookAlikes', () => {
  test('puts first what the labelled set asks for, and little else', async ({ db }) => {
    const { lineId } = await makeCompany(db)
    for (const title of [...PAIRS.map(({ item }) => item), ...UNRELATED]) {
      await makeItem(db, { title, productLineId: lineId })
    }
    const asked = PAIRS.flatMap(({ item, words }) => words.map((text) => ({ item, text })))
    let first = 0
    let found = 0
    let shown = 0
    for (const { item, text } of asked) {
      const titles = (await findLookAlikes({ db }, { text })).items.map(({ title }) => title)
      if (titles[0] === item) first += 1
      if (titles.includes(item)) found += 1
      shown += titles.length
    }
    expect(asked).toHaveLength(21)
    expect(found).toBeGreaterThanOrEqual(20)
    expect(first).toBeGreaterThanOrEqual(19)
    expect(shown - found).toBeLessThanOrEqual(5)
  })

  test.for([
    ['ILIK DEPO', 'Ilık depo'],
    ['ılık depo', 'ILIK DEPO'],
    ['İSTANBUL IŞIK RAPORU', 'istanbul ışık raporu'],
    ['istanbul isik raporu', 'İstanbul Işık Raporu'],
    ['DIŞA AKTARIM', 'dışa aktarım'],
    ['Fatura öğesi çıktısı', 'FATURA ÖĞESİ ÇIKTISI'],
  ] as const)('takes %s and %s for the same words', async ([text, title], { db }) => {
    const { lineId } = await makeCompany(db)
    const id = await makeItem(db, { title, productLineId: lineId })
    const found = await findLookAlikes({ db }, { text })
    // The folded titles are equal, so their trigrams count in full.
    expect(found.items).toMatchObject([{ id, likeness: 'very alike' }])
    expect(found.items[0]?.score).toBeGreaterThanOrEqual(0.6)
  })

  test('finds words of the description, and says which words of the title are shared', async ({
    db,
  }) => {
    const { lineId } = await makeCompany(db)
    const id = await makeItem(db, {
      title: 'Customs documents',
      description: 'Papers for Switzerland and Norway',
      productLineId: lineId,
    })
    const { items: found } = await findLookAlikes({ db }, { text: 'CUSTOMS papers for Norway' })
    expect(found).toMatchObject([{ id, shared: ['customs'] }])
  })

  test('leaves out merged items and shows at most five, the best first', async ({ db }) => {
    const { lineId } = await makeCompany(db)
    const ids = []
    for (const letter of 'abcdefg') {
      ids.push(await makeItem(db, { title: `Webhook ${letter}`, productLineId: lineId }))
    }
    const best = await makeItem(db, { title: 'Webhook', productLineId: lineId })
    await db
      .update(items)
      .set({ mergedIntoId: best })
      .where(eq(items.id, ids[0] ?? 0))
    const { items: found } = await findLookAlikes({ db }, { text: 'webhook' })
    expect(found.map(({ id }) => id)).toEqual([best, ids[1], ids[2], ids[3], ids[4]])
  })

  test('finds requests of any account, but not the one asked about and no duplicates', async ({
    db,
  }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db, { name: 'Tauern Spedition' })
    const submit = async (body: string) =>
      (await submitRequest(as(csm), submission({ accountId, productLineId: lineId, body }))).id
    const own = await submit('Dark mode for the night shift')
    const other = await submit('Dark mode please')
    const duplicate = await submit('Dark mode')
    await db
      .update(requests)
      .set({ state: 'duplicate', duplicateOfId: other })
      .where(eq(requests.id, duplicate))
    const found = await findLookAlikes(
      { db },
      { text: 'Dark mode for the night shift', exceptRequestId: own },
    )
    expect(found.requests).toMatchObject([
      { id: other, accountName: 'Tauern Spedition', state: 'new', itemId: null },
    ])
  })

  test.for([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['emoji', '🚀🚀🚀'],
    ['common words', 'we want to have the'],
    ['NUL', 'webhook\0 \0'],
    ['query syntax', `webhook' & !(a | b):* <-> "c" \\ ' or 1=1; --`],
    ['one word of 50,000 letters', 'x'.repeat(50_000)],
    ['50,000 characters of words', 'webhook status '.repeat(3_334).slice(0, 50_000)],
    ['what grows when it is folded', 'ﷺ'.repeat(50_000)],
    ['right to left', 'ويب هوك عند تغيير الحالة'],
    ['a torn emoji', 'webhook \ud83d'],
    ['percent and underscore', '%_% webhook _'],
  ] as const)('takes %s', async ([, text], { db }) => {
    const { lineId } = await makeCompany(db)
    await makeItem(db, { title: 'Webhook', productLineId: lineId })
    const found = await findLookAlikes({ db }, { text })
    expect(found.items.map(({ title }) => title)).toEqual(
      text.includes('webhook') ? ['Webhook'] : [],
    )
  })
})
