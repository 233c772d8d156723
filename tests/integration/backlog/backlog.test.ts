import { randomUUID } from 'node:crypto'

import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getBacklog } from '#app/domain/backlog/get-backlog.server.ts'
import { getReceipt } from '#app/domain/backlog/get-receipt.server.ts'
import { getScoreHistory } from '#app/domain/backlog/history.server.ts'
import { removeView, renameView, saveView } from '#app/domain/backlog/saved-views.server.ts'
import { inTransaction } from '#app/domain/context.ts'
import { publishBacklog } from '#app/domain/publications/publish-backlog.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { savedViews } from '#db/schema/organisation.ts'
import { itemScores } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeLine,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { untilSomebodyWaits } from '#tests/support/locks.ts'
import { eventsOf, refusal } from '#tests/support/people.ts'

const filters = (query = '') => parseBacklogFilters(new URLSearchParams(query))

/** Three items of Platform and one of Analytics; Alba (Enterprise) asks for two, Brio (Mid) for two. */
async function makeBacklog(db: Executor) {
  const company = await makeCompany(db)
  const analytics = await makeLine(db, 'Analytics')
  const alba = await makeAccount(db, { name: 'Alba', segment: 'Enterprise', healthScore: 50 })
  const brio = await makeAccount(db, { name: 'Brio', segment: 'Mid-market', healthScore: 50 })
  await makeContract(db, { accountId: alba, amountMinor: 300_000_00 })
  await makeContract(db, { accountId: brio, amountMinor: 60_000_00 })
  const line = { productLineId: company.lineId }
  const small = { costLow: 1, costLikely: 2, costHigh: 3 }
  const sso = await makeItem(db, { ...line, title: 'SSO/SAML', ...small })
  const audit = await makeItem(db, { ...line, title: 'Audit log API', ...small })
  const quiet = await makeItem(db, { ...line, title: 'Dark theme' })
  const chart = await makeItem(db, { productLineId: analytics, title: 'Chart export', ...small })
  const ctx = company.as(company.csm)
  for (const [accountId, sameAs, productLineId] of [
    [alba, sso, company.lineId],
    [alba, chart, analytics],
    [brio, audit, company.lineId],
    [brio, sso, company.lineId],
  ] as const) {
    const input = submission({ accountId, sameAs, productLineId, importance: 'critical' })
    await submitRequest(ctx, { ...input, submissionKey: randomUUID() })
  }
  await refreshScores(ctx, { itemIds: [quiet] })
  return { ...company, ctx, alba, brio, sso, audit, quiet, chart }
}

describe('getBacklog', () => {
  test('ranks open items by score, the unasked last, and reconciles', async ({ db }) => {
    const { ctx, sso, audit, quiet, chart } = await makeBacklog(db)
    const { rows, totals } = await getBacklog(ctx, filters())
    expect(rows.map((row) => row.id)).toEqual([sso, chart, audit, quiet])
    expect(rows.map((row) => row.rank)).toEqual([1, 2, 3, 4])
    expect(rows.map((row) => row.accounts)).toEqual([2, 1, 1, 0])
    expect(totals?.reconciles).toBe(true)
    expect(totals?.others.arrAtRisk).toBe(0)
    expect(totals?.exposures).toBe(2)
  })

  test('ranks within the line when one is chosen, and counts the others apart', async ({ db }) => {
    const { ctx, sso, audit, quiet } = await makeBacklog(db)
    const { rows, totals } = await getBacklog(ctx, filters('line=platform'))
    expect(rows.map((row) => [row.id, row.rank])).toEqual([
      [sso, 1],
      [audit, 2],
      [quiet, 3],
    ])
    expect(totals?.others.arrAtRisk).toBeGreaterThan(0)
    expect(totals?.reconciles).toBe(true)
  })

  test('compares ranks with the last publication of the line', async ({ db }) => {
    const { as, lineId, sso, audit, quiet } = await makeBacklog(db)
    const lead = await makePerson(db, { role: 'manager', team: 'product' })
    const look = async () => {
      const { rows, lastNumber } = await getBacklog(as(lead), filters('line=platform'))
      return { lastNumber, changes: rows.map((row) => [row.id, row.change]) }
    }
    expect(await look()).toEqual({
      lastNumber: null,
      changes: [sso, audit, quiet].map((id) => [id, null]),
    })
    const publish = (expectedNumber: number) =>
      publishBacklog(as(lead), {
        productLineId: lineId,
        expectedNumber,
        title: 'T',
        note: '',
        newCycle: false,
      })
    await db.update(items).set({ lane: 'security' }).where(eq(items.id, quiet))
    await publish(1)
    await db.update(items).set({ lane: 'ranked' }).where(eq(items.id, quiet))
    await db.update(itemScores).set({ rankScore: 1e9 }).where(eq(itemScores.itemId, audit))
    expect(await look()).toEqual({
      lastNumber: 1,
      changes: [
        [audit, 1],
        [sso, -1],
        [quiet, 'new'],
      ],
    })
    // With all lines in sight there is no one number.
    expect((await getBacklog(as(lead), filters())).lastNumber).toBeNull()
    // The next one holds no ranks at all.
    await db.update(items).set({ lane: 'debt' })
    await publish(2)
    expect((await look()).lastNumber).toBe(2)
  })

  test('a segment shows its own share, and its sums still reconcile', async ({ db }) => {
    const { ctx, sso, audit } = await makeBacklog(db)
    const all = await getBacklog(ctx, filters())
    const mid = await getBacklog(ctx, filters('segment=Mid-market'))
    const enterprise = await getBacklog(ctx, filters('segment=Enterprise'))
    expect(mid.rows.map((row) => row.id).sort()).toEqual([sso, audit].sort())
    expect(mid.totals?.reconciles).toBe(true)
    expect(mid.totals?.exposures).toBe(1)
    const of = (backlog: typeof all) => backlog.rows.find((row) => row.id === sso)?.arrAtRisk ?? 0
    expect(of(mid) + of(enterprise)).toBeCloseTo(of(all), 6)
    expect((mid.totals?.total ?? 0) + (enterprise.totals?.total ?? 0)).toBeCloseTo(
      all.totals?.total ?? 0,
      6,
    )
  })

  test('adds up one moment, whatever is scored meanwhile', async ({ committedDb: db }) => {
    const { ctx, alba } = await makeBacklog(db)
    const reading = await inTransaction(ctx, async (tx) => {
      await tx.db.execute(sql`lock table exposure_scores in access exclusive mode`)
      const backlog = getBacklog(ctx, filters())
      await untilSomebodyWaits(db)
      await tx.db.update(accounts).set({ healthScore: 10 }).where(eq(accounts.id, alba))
      await refreshScores(tx, { accountIds: [alba] })
      return { backlog }
    })
    expect((await reading.backlog).totals?.reconciles).toBe(true)
  })

  test('a segment comes too late by its own money, and names no top account', async ({ db }) => {
    const { ctx, sso, alba } = await makeBacklog(db)
    // Alba decides today, so nothing that takes weeks is in time for it; Brio decides in a year.
    await db.update(contracts).set({ renewsOn: '2026-03-16' }).where(eq(contracts.accountId, alba))
    await refreshScores(ctx, 'all')
    const row = async (query: string) =>
      (await getBacklog(ctx, filters(query))).rows.find(({ id }) => id === sso)
    const [all, mid, enterprise] = [
      await row(''),
      await row('segment=Mid-market'),
      await row(`account=${alba}`),
    ]
    expect(mid?.tooLate).toBe(0)
    expect(enterprise?.tooLate).toBeGreaterThan(0)
    expect(enterprise?.tooLate).toBeCloseTo(enterprise?.arrAtRisk ?? 0, 6)
    expect(all?.tooLate).toBeCloseTo(enterprise?.tooLate ?? 0, 6)
    expect([all?.topShare === null, mid?.topShare, enterprise?.topShare]).toEqual([
      false,
      null,
      null,
    ])
  })

  test('sorts by the score that is shown, and ties by rank', async ({ db }) => {
    const { ctx, sso, audit, quiet, chart } = await makeBacklog(db)
    const ids = async (query: string) =>
      (await getBacklog(ctx, filters(query))).rows.map((row) => row.id)
    expect(await ids('sort=score')).toEqual([sso, chart, audit, quiet])
    expect(await ids('sort=score&direction=up')).toEqual([quiet, audit, chart, sso])
    expect(await ids('sort=score&segment=Mid-market')).toEqual([sso, audit])
    // The three with an estimate cost the same, so their ranks decide.
    expect(await ids('sort=cost')).toEqual([sso, chart, audit, quiet])
    expect(await ids('sort=cost&direction=down')).toEqual([quiet, sso, chart, audit])
  })

  test('sends no money to those who may not see revenue', async ({ db }) => {
    const { as } = await makeBacklog(db)
    const outsider = await makePerson(db, { team: 'other', role: 'viewer' })
    const { rows, totals, columns } = await getBacklog(as(outsider), filters('sort=arr_at_risk'))
    expect(rows.map((row) => row.rank)).toEqual([1, 2, 3, 4])
    expect(totals).toBeNull()
    expect(columns).not.toContain('score')
    for (const row of rows) {
      const { score, value, arrAtRisk, canSave, tooLate, topShare } = row
      const money = [score, value, arrAtRisk, canSave, tooLate, topShare]
      expect(money.filter((amount) => amount !== null)).toEqual([])
    }
  })

  test('finds by folded words and by number', async ({ db }) => {
    const { ctx, audit, sso } = await makeBacklog(db)
    await db.update(items).set({ title: 'Işık', titleFold: 'isik' }).where(eq(items.id, audit))
    expect((await getBacklog(ctx, filters('q=IŞIK'))).rows.map((row) => row.id)).toEqual([audit])
    expect((await getBacklog(ctx, filters(`q=item-${sso}`))).rows.map((row) => row.id)).toEqual([
      sso,
    ])
    expect((await getBacklog(ctx, filters('q=%25'))).rows).toEqual([])
  })

  test('leaves out what no search can hold', () => {
    const read = filters('q=a%00b&segment=%00&account=99999999999&page=0')
    expect(read).toMatchObject({ q: null, segment: null, account: null, page: 1 })
  })

  test('leaves ties in order of cost, then number', async ({ db }) => {
    const { ctx, sso, audit } = await makeBacklog(db)
    await db.update(itemScores).set({ rankScore: 5, costMean: 2 }).where(eq(itemScores.itemId, sso))
    await db
      .update(itemScores)
      .set({ rankScore: 5, costMean: 1 })
      .where(eq(itemScores.itemId, audit))
    const { rows } = await getBacklog(ctx, filters('line=platform'))
    expect(rows.slice(0, 2).map((row) => row.id)).toEqual([audit, sso])
  })

  test('keeps a reserved lane out of the ranks', async ({ db }) => {
    const { ctx, sso, audit } = await makeBacklog(db)
    await db.update(items).set({ lane: 'security' }).where(eq(items.id, sso))
    const { rows } = await getBacklog(ctx, filters('line=platform'))
    expect(rows.find((row) => row.id === sso)?.rank).toBeNull()
    expect(rows.find((row) => row.id === audit)?.rank).toBe(1)
  })
})

describe('getReceipt', () => {
  test('adds up to the value and names the request that counts', async ({ db }) => {
    const { ctx, sso } = await makeBacklog(db)
    const { rows } = await getBacklog(ctx, filters())
    const value = rows.find((row) => row.id === sso)?.value ?? 0
    const found = await getReceipt(ctx, sso)
    const lines = found?.receipt.lines ?? []
    expect(lines.map((line) => line.account)).toEqual(['Alba', 'Brio'])
    expect(lines.reduce((sum, line) => sum + line.shown, 0)).toBe(Math.round(value))
    expect(found?.requests.size).toBe(2)
  })
})

describe('turnDay', () => {
  test('keeps one row a day, and scores again when the day has turned', async ({ db }) => {
    const { ctx, sso } = await makeBacklog(db)
    await turnDay(ctx)
    await turnDay(ctx)
    const before = (await getScoreHistory(ctx, sso)).map(({ day, rank }) => [day, rank])
    expect(before).toEqual([['2026-01-15', 1]])

    const later = { ...ctx, now: new Date('2026-02-20T09:00:00Z') }
    await turnDay(later)
    const [first, second] = await getScoreHistory(later, sso)
    expect([first?.day, second?.day]).toEqual(['2026-01-15', '2026-02-20'])
    // Contracts decide on 1 April: what could be delivered in time on the first day no longer surely can.
    expect(second?.score).toBeLessThan(first?.score ?? 0)
    const [row] = await db.select().from(itemScores).where(eq(itemScores.itemId, sso))
    expect(row?.computedAt).toEqual(later.now)
  })
})

describe('saved views', () => {
  const saved = (db: Executor) =>
    db.select({ name: savedViews.name, query: savedViews.query }).from(savedViews)

  test('are one’s own, once a name', async ({ db }) => {
    const { ctx, as, pm } = await makeBacklog(db)
    await saveView(ctx, { name: 'Mine', query: 'owner=1' })
    const again = saveView(ctx, { name: 'mine', query: '' })
    expect(await refusal(again)).toBe('invalid name')
    const [view] = await db.select().from(savedViews)
    const id = view?.id ?? 0
    expect(await refusal(removeView(as(pm), id))).toBe('not_found')
    expect(await refusal(renameView(as(pm), { id, name: 'Theirs' }))).toBe('not_found')
    expect(await saved(db)).toEqual([{ name: 'Mine', query: 'owner=1' }])
  })

  test('take another name, but none that is taken', async ({ db }) => {
    const { ctx } = await makeBacklog(db)
    await saveView(ctx, { name: 'Mine', query: 'owner=1' })
    await saveView(ctx, { name: 'Big ones', query: 'segment=Enterprise' })
    const [view] = await db.select().from(savedViews).where(eq(savedViews.name, 'Mine'))
    const id = view?.id ?? 0
    expect(await refusal(renameView(ctx, { id, name: 'big ones' }))).toBe('invalid name')
    expect(await renameView(ctx, { id, name: 'My items' })).toEqual({ query: 'owner=1' })
    expect((await saved(db)).map(({ name }) => name).sort()).toEqual(['Big ones', 'My items'])
  })

  test('come back as they were when a removal is undone by saving them again', async ({ db }) => {
    const { ctx } = await makeBacklog(db)
    await saveView(ctx, { name: 'Mine', query: 'owner=1' })
    const [view] = await db.select().from(savedViews)
    const removed = await removeView(ctx, view?.id ?? 0)
    expect(await saved(db)).toEqual([])
    await saveView(ctx, removed)
    expect(await saved(db)).toEqual([{ name: 'Mine', query: 'owner=1' }])
    const views = (await eventsOf(db)).filter(({ name }) => name.startsWith('view.'))
    expect(views.map(({ name }) => name)).toEqual(['view.saved', 'view.removed', 'view.saved'])
  })
})
