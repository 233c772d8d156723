import { describe, expect } from 'vitest'

import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { search } from '#app/domain/search/search.server.ts'
import type { Executor } from '#db/client.ts'
import { makeAccount, makeCompany, makeItem, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

async function makeThings(db: Executor) {
  const { as, csm, pm, lineId } = await makeCompany(db)
  const accountId = await makeAccount(db, { name: 'IŞIK İnşaat', industry: 'Construction' })
  const itemId = await makeItem(db, { productLineId: lineId, title: 'Audit log API' })
  const { id } = await submitRequest(
    as(csm),
    submission({ accountId, productLineId: lineId, body: 'Fatura yuvarlama hatası' }),
  )
  const titles = async (text: string) =>
    (await search(as(csm), text)).map(({ kind, title }) => [kind, title])
  return { ctx: as(csm), pm, itemId, requestId: id, titles }
}

describe('search', () => {
  test('finds accounts, requests, items and people by folded words', async ({ db }) => {
    const { titles } = await makeThings(db)
    expect(await titles('işik insaat')).toEqual([['account', 'IŞIK İnşaat']])
    expect(await titles('YUVARLAMA fatura')).toEqual([['request', 'Fatura yuvarlama hatası']])
    expect(await titles('log audit')).toEqual([['item', 'Audit log API']])
    expect(await titles('weber')).toEqual([['person', 'Jonas Weber']])
  })

  test('finds requests and items by number, written in any way', async ({ db }) => {
    const { ctx, itemId, requestId } = await makeThings(db)
    const hrefs = async (text: string) => (await search(ctx, text)).map(({ href }) => href)
    expect(await hrefs(`req-${requestId}`)).toContain(`/requests/${requestId}`)
    expect(await hrefs(`ITEM ${itemId}`)).toContain(`/items/${itemId}`)
    const both = await hrefs(String(itemId))
    expect(both).toContain(`/items/${itemId}`)
  })

  test('finds nothing for nothing, and bears hostile input', async ({ db }) => {
    const { titles } = await makeThings(db)
    for (const text of [
      '',
      '   ',
      '%',
      '\\',
      "'; drop table items; --",
      '\u0000',
      '%_%'.repeat(9),
    ]) {
      expect(await titles(text)).toEqual([])
    }
    expect(await titles('x'.repeat(50_000))).toEqual([])
  })
})
