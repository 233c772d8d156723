import { randomUUID } from 'node:crypto'

import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { findPublishedRank } from '#app/domain/items/find-published-rank.server.ts'
import {
  getPublication,
  listPublications,
} from '#app/domain/publications/get-publication.server.ts'
import { publishBacklog } from '#app/domain/publications/publish-backlog.server.ts'
import {
  createShareLink,
  listShareLinks,
  openShareLink,
  revokeShareLink,
} from '#app/domain/publications/share-links.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { itemDecisions, items } from '#db/schema/items.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/publications.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, race, refusal } from '#tests/support/people.ts'

async function makeBacklog(db: Executor) {
  const company = await makeCompany(db)
  const lead = await makePerson(db, { role: 'manager', team: 'product', name: 'Rafael Moreno' })
  const alba = await makeAccount(db, { name: 'Alba Secret GmbH' })
  const contractId = await makeContract(db, { accountId: alba })
  const sso = await makeItem(db, { productLineId: company.lineId, title: 'SSO/SAML' })
  const audit = await makeItem(db, { productLineId: company.lineId, title: 'Audit log API' })
  const ask = (sameAs: number, importance: 'critical' | 'minor') =>
    submitRequest(company.as(company.csm), {
      ...submission({ accountId: alba, productLineId: company.lineId, sameAs, importance }),
      body: 'VERBATIM WORDS',
      contactName: 'Greta Contact',
      submissionKey: randomUUID(),
    })
  await ask(sso, 'critical')
  await ask(audit, 'minor')
  const publish = (expectedNumber = 1, newCycle = false) =>
    publishBacklog(company.as(lead), {
      productLineId: company.lineId,
      expectedNumber,
      title: 'What we build next',
      note: '',
      newCycle,
    })
  return { ...company, lead, alba, contractId, sso, audit, ask, publish }
}

test('an item knows its place in the last publication of its line', async ({ db }) => {
  const { publish, as, lead, lineId, sso, audit } = await makeBacklog(db)
  const place = (itemId: number) => findPublishedRank(as(lead), { itemId, lineId })
  expect(await place(sso)).toBeNull()
  await publish()
  await db.update(items).set({ lane: 'security' }).where(eq(items.id, sso))
  await refreshScores(as(lead), { itemIds: [sso] })
  const second = await publish(2)
  const since = { publicationId: second, number: 2, day: '2026-01-15' }
  const late = await makeItem(db, { productLineId: lineId })
  // Ranked; in a lane of its own, which has no rank; not yet there when it was published.
  expect(await place(audit)).toEqual({ ...since, rank: 1 })
  expect(await place(sso)).toEqual({ ...since, rank: null })
  expect(await place(late)).toEqual({ ...since, rank: null })
})

describe('publishBacklog', () => {
  test('numbers publications, holds the ranked items, and records one event', async ({ db }) => {
    const { publish, as, lead, sso, audit } = await makeBacklog(db)
    const id = await publish()
    const { number, view } = await getPublication(as(lead), id)
    expect(number).toBe(1)
    expect(view.items.map((item) => [item.itemId, item.rank, item.accounts])).toEqual([
      [sso, 1, 1],
      [audit, 2, 1],
    ])
    expect([view.since, view.changes, view.totals.accounts]).toEqual([null, [], 1])
    const published = (await eventsOf(db)).filter(({ name }) => name === 'backlog.published')
    expect(published).toHaveLength(1)
  })

  test('never changes afterwards, whatever happens to items, accounts and people', async ({
    db,
  }) => {
    const { publish, as, lead, alba, contractId, sso } = await makeBacklog(db)
    const id = await publish()
    const before = await getPublication(as(lead), id)
    await db.update(items).set({ title: 'Renamed', status: 'shipped' }).where(eq(items.id, sso))
    await db.update(accounts).set({ name: 'Renamed' }).where(eq(accounts.id, alba))
    await db.update(contracts).set({ amountMinor: 1 }).where(eq(contracts.id, contractId))
    await refreshScores(as(lead), 'all')
    expect(await getPublication(as(lead), id)).toEqual(before)
    for (const change of [
      sql`update publications set title = 'x' where id = ${id}`,
      sql`delete from publications where id = ${id}`,
    ]) {
      await expect(db.transaction((tx) => tx.execute(change))).rejects.toMatchObject({
        cause: { message: 'a publication never changes' },
      })
    }
  })

  test('keeps the name of its publisher in the list too', async ({ db }) => {
    const { publish, lead, lineId } = await makeBacklog(db)
    await publish()
    await db.update(people).set({ name: 'Another Name' }).where(eq(people.id, lead.id))
    const [listed] = await listPublications({ db }, lineId)
    expect(listed?.publishedBy).toBe('Rafael Moreno')
  })

  test('says what changed since the last one', async ({ db }) => {
    const { publish, as, lead, lineId, sso, audit, ask, csm } = await makeBacklog(db)
    await publish()
    const brio = await makeAccount(db, { name: 'Brio' })
    await makeContract(db, { accountId: brio, amountMinor: 900_000_00 })
    await submitRequest(as(csm), {
      ...submission({ accountId: brio, productLineId: lineId, sameAs: audit }),
      importance: 'blocker',
      submissionKey: randomUUID(),
    })
    const fresh = await makeItem(db, { productLineId: lineId, title: 'Dark theme' })
    await ask(fresh, 'minor')
    await db
      .update(items)
      .set({ status: 'shipped', statusSince: new Date('2026-01-15T10:00:00Z') })
      .where(eq(items.id, sso))
    await db
      .insert(itemDecisions)
      .values({ itemId: sso, fromStatus: 'candidate', toStatus: 'shipped', reason: 'Out in 4.2' })
    const { view } = await getPublication(as(lead), await publish(2))
    expect(
      view.changes.map(({ itemId, kind, from, to, why }) => [itemId, kind, from, to, why]),
    ).toEqual([
      [audit, 'up', 2, 1, 'One more account asks.'],
      [fresh, 'new', null, 2, 'New since then.'],
      [sso, 'shipped', 1, null, 'Out in 4.2'],
    ])
  })

  test('is for managers of Product, and refuses an empty backlog', async ({ db }) => {
    const { as, csm, pm, lead, lineId, publish } = await makeBacklog(db)
    const input = {
      productLineId: lineId,
      expectedNumber: 1,
      title: 'x',
      note: '',
      newCycle: false,
    }
    for (const actor of [csm, pm]) {
      expect(await refusal(publishBacklog(as(actor), input))).toBe('forbidden')
    }
    await db.update(items).set({ status: 'declined' })
    expect(await refusal(publish())).toBe('invalid')
    expect(await refusal(publishBacklog(as(lead), { ...input, productLineId: 999 }))).toBe(
      'not_found',
    )
  })

  test('tells the second of two who publish at once', async ({ committedDb: db }) => {
    const { publish } = await makeBacklog(db)
    expect(await race(publish(), publish())).toEqual(['conflict', 'done'])
    expect(await db.select({ id: publications.id }).from(publications)).toHaveLength(1)
  })
})

describe('secret links', () => {
  const plain = { expiresOn: null, showAccounts: false, showMoney: false }

  test('show ranks, and neither money, accounts nor words unless ticked', async ({ db }) => {
    const { publish, as, lead, csm } = await makeBacklog(db)
    const id = await publish()
    expect(await refusal(createShareLink(as(csm), id, plain))).toBe('forbidden')
    const token = await createShareLink(as(lead), id, plain)
    const { view } = await openShareLink(as(csm), token)
    const text = JSON.stringify(view)
    for (const secret of ['Alba', 'VERBATIM', 'Greta']) expect(text).not.toContain(secret)
    expect(
      view.items.map((item) => [item.rank, item.score, item.arrAtRisk, item.accountNames]),
    ).toEqual([
      [1, null, null, null],
      [2, null, null, null],
    ])
    // Its tier says how sure the order is; the interval of a score is money.
    expect(view.items.map((item) => [item.tier, item.low, item.high])).toEqual([
      [1, null, null],
      [2, null, null],
    ])
    const open = await createShareLink(as(lead), id, {
      ...plain,
      showAccounts: true,
      showMoney: true,
    })
    const full = await openShareLink(as(csm), open)
    expect(full.view.items[0]?.accountNames).toEqual(['Alba Secret GmbH'])
    const { score = 0, low, high } = full.view.items[0] ?? {}
    expect(score).toBeGreaterThan(0)
    expect(low).toBeLessThan(score ?? 0)
    expect(high).toBeGreaterThan(score ?? 0)
  })

  test('end when revoked and after their last day, and a wrong one finds nothing', async ({
    db,
  }) => {
    const { publish, as, lead } = await makeBacklog(db)
    const id = await publish()
    const token = await createShareLink(as(lead), id, { ...plain, expiresOn: '2026-01-20' })
    const at = (moment: string) => openShareLink({ db, now: new Date(moment) }, token)
    expect((await at('2026-01-20T22:59:59Z')).number).toBe(1)
    expect(await refusal(at('2026-01-20T23:00:01Z'))).toBe('not_found')
    const [link] = await listShareLinks(as(lead), id)
    expect(link?.lastDay).toBe('2026-01-20')
    await revokeShareLink(as(lead), link?.id ?? 0)
    expect(await refusal(at('2026-01-16T00:00:00Z'))).toBe('not_found')
    expect(await refusal(openShareLink(as(lead), 'nonsense'))).toBe('not_found')
    const past = { ...plain, expiresOn: '2026-01-14' }
    expect(await refusal(createShareLink(as(lead), id, past))).toBe('invalid expiresOn')
  })

  test('show no money to a colleague without the right to see it', async ({ db }) => {
    const { publish, as } = await makeBacklog(db)
    const id = await publish()
    const outsider = await makePerson(db, { role: 'viewer', team: 'other' })
    const { view } = await getPublication(as(outsider), id)
    expect(view.totals.arrAtRisk).toBeNull()
    expect(view.items.every((item) => item.score === null)).toBe(true)
  })
})
