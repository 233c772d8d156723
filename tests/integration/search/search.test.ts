import { describe, expect } from 'vitest'

import type { Actor } from '#app/domain/context.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { search } from '#app/domain/search/search.server.ts'
import type { Executor } from '#db/client.ts'
import { productLines } from '#db/schema/organisation.ts'
import {
  makeAccount,
  makeCompany,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
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
  return { ctx: as(csm), csm, pm, itemId, requestId: id, titles }
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

  test('finds requests by the beginnings of words in the text, and titles in spite of a slip', async ({
    db,
  }) => {
    const { ctx, titles } = await makeThings(db)
    const accountId = await makeAccount(db, { name: 'Hansa Drogerie' })
    const [line] = await db.select({ id: productLines.id }).from(productLines)
    await submitRequest(
      ctx,
      submission({
        accountId,
        productLineId: line?.id ?? 0,
        title: 'Scheduled reports',
        body: 'Somebody mails six of them from İZMİR every Monday.',
      }),
    )
    expect(await titles('izmir mond')).toEqual([['request', 'Scheduled reports']])
    expect(await titles('shceduled reports')).toEqual([['request', 'Scheduled reports']])
    expect(await titles('izmir friday')).toEqual([])
  })

  test('shows at most 8 of a kind', async ({ db }) => {
    const { titles } = await makeThings(db)
    for (let n = 1; n <= 10; n++) await makeAccount(db, { name: `Kargo ${n}` })
    expect(await titles('kargo')).toHaveLength(8)
  })

  test('leads admins to the person, others to what the person looks after', async ({ db }) => {
    const { ctx, csm, pm } = await makeThings(db)
    const admin = await makePerson(db, { name: 'Ada Admin', role: 'admin', team: 'other' })
    const hrefs = async (actor: Actor, text: string) =>
      (await search({ ...ctx, actor }, text)).map(({ href }) => href)
    expect(await hrefs(admin, 'weber')).toEqual([`/people/${pm.id}`])
    expect(await hrefs(admin, 'ada')).toEqual([`/people/${admin.id}`])
    expect(await hrefs(csm, 'weber')).toEqual([`/backlog?owner=${pm.id}`])
    expect(await hrefs(pm, 'aksoy')).toEqual([`/accounts?owner=${csm.id}`])
    expect(await hrefs(csm, 'ada')).toEqual([])
  })

  test('finds nothing for nothing, and bears hostile input', async ({ db }) => {
    const { titles } = await makeThings(db)
    for (const text of [
      '',
      '   ',
      '%',
      '\\',
      "'; drop table items; --",
      '’ & | ! :* <->',
      '\u0000',
      '%_%'.repeat(9),
    ]) {
      expect(await titles(text)).toEqual([])
    }
    expect(await titles('x'.repeat(50_000))).toEqual([])
  })
})
