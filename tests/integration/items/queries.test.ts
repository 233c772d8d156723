import { describe, expect } from 'vitest'

import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { findItems } from '#app/domain/items/find-items.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { findOdds, listOddsAround } from '#app/domain/items/list-odds.server.ts'
import { getItemTab } from '#app/domain/items/get-item-tab.server.ts'
import { listItemRequests } from '#app/domain/items/list-item-requests.server.ts'
import { listTimeline } from '#app/domain/items/list-timeline.server.ts'
import { confirmSameAs } from '#app/domain/triage/link-to-item.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { setShipDate } from '#app/domain/items/set-ship-date.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Context } from '#app/domain/context.ts'
import { makeItem, makeLine, makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { makeItems } from './world.ts'

const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(NOW.getTime() + minutes * 60_000),
})

describe('listTimeline', () => {
  test('tells decisions, dates, cost and merges with who and why, the newest first', async ({
    db,
  }) => {
    const { ctx, itemId, otherId } = await makeItems(db)
    await estimateCost(later(ctx, 1), { itemId, version: 1, costSize: 'L' })
    await setShipDate(later(ctx, 2), {
      ...{ itemId, version: 2 },
      ...{ shipsOn: null, shipQuarter: 'Q2 2026', shipConfidence: 'low' },
    })
    await changeStatus(later(ctx, 3), { itemId, version: 3, to: 'next', reason: 'Two renewals.' })
    await mergeItems(later(ctx, 4), {
      ...{ itemId: otherId, version: 1, intoId: itemId, intoVersion: 4, reason: 'Same.' },
    })
    const { entries: timeline } = await listTimeline(ctx, itemId, 100)
    expect(timeline.slice(0, 4).map(({ by, what, words }) => [by, what, words])).toEqual([
      ['Jonas Weber', `merged ITEM-${otherId} into ITEM-${itemId}, with 2 requests`, 'Same.'],
      ['Jonas Weber', `planned ITEM-${itemId} for next`, 'Two renewals.'],
      ['Jonas Weber', 'set the ship date to Q2 2026, low confidence', null],
      ['Jonas Weber', 'set the cost to size L', null],
    ])
    expect(timeline[0]?.scores?.intoAfter).toBeGreaterThan(0)
    // The item that went tells the merge too.
    expect((await listTimeline(ctx, otherId, 100)).entries[0]?.what).toBe(timeline[0]?.what)
  })

  test('shows the newest of all kinds, and older ones when asked to', async ({ db }) => {
    const { as, pm, itemId, requestIds } = await makeItems(db)
    const on = (day: string) => as(pm, new Date(`2026-02-${day}T09:00:00Z`))
    const [first = 0, second = 0] = requestIds
    await confirmSameAs(on('02'), { requestId: first, version: 1 })
    const cost = { costLow: 1, costLikely: 2, costHigh: 4 }
    await estimateCost(on('03'), { itemId, version: 1, ...cost })
    await confirmSameAs(on('04'), { requestId: second, version: 1 })
    const days = async (shown: number) => {
      const { entries, older } = await listTimeline(as(pm), itemId, shown)
      return { days: entries.map(({ at }) => at.getUTCDate()), older }
    }
    expect(await days(2)).toEqual({ days: [4, 3], older: 102 })
    // It was made on 15 January, by whom the company was made.
    expect(await days(4)).toEqual({ days: [4, 3, 2, 15], older: null })
  })

  test('keeps the scores of a merge from those who may not see revenue', async ({ db }) => {
    const { ctx, as, itemId, otherId } = await makeItems(db)
    await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason: 'Same.' })
    const outsider = await makePerson(db, { team: 'other' })
    const seen = async (reader: Context) =>
      (await listTimeline(reader, otherId, 100)).entries.filter(({ scores }) => scores !== null)
        .length
    expect(await seen(ctx)).toBe(1)
    expect(await seen(as(outsider))).toBe(0)
  })
})

describe('odds', () => {
  test('hold an item against those around it, and against any that is typed', async ({ db }) => {
    const { ctx, lineId, itemId, accounts, ask } = await makeItems(db)
    const [, , tauern] = accounts
    const elsewhere = await makeLine(db, 'Analytics')
    const at = { productLineId: elsewhere, createdAt: NOW }
    const [twin, other] = [
      await makeItem(db, { ...at, title: 'Export' }),
      await makeItem(db, { ...at, title: 'Export again' }),
    ]
    const unasked = await makeItem(db, { productLineId: lineId, title: 'Dark theme' })
    for (const id of [twin, other]) await ask(tauern, id)
    await refreshScores(ctx, 'all')
    const around = async (id: number) => {
      const { lineId, rank } = await getItem(ctx, id)
      return listOddsAround(ctx, { id, lineId, rank: rank ?? 0 }, 10)
    }
    // Two items of one cost and one account's same claim are as good as each other; the older id stands first.
    expect(await around(other)).toEqual([
      { id: twin, title: 'Export', line: 'Analytics', rank: 1, above: true, odds: 0.5 },
    ])
    // What nobody asks for is worth nothing, and truly stands below.
    expect(await findOdds(ctx, itemId, `ITEM-${unasked}`)).toEqual([
      { id: unasked, title: 'Dark theme', line: 'Platform', rank: 3, above: false, odds: 1 },
    ])
    expect((await around(itemId)).map(({ id }) => id)).not.toContain(itemId)
    expect((await findOdds(ctx, itemId, 'export')).map(({ line }) => line)).toEqual([
      'Analytics',
      'Analytics',
    ])
    expect(await findOdds(ctx, unasked, 'nothing is called that')).toEqual([])
  })
})

describe('listItemRequests', () => {
  test('groups by account, each contract once, the most at stake first', async ({ db }) => {
    const { ctx, itemId, accounts, requestIds, ask } = await makeItems(db)
    const again = await ask(accounts[0], itemId)
    const found = await listItemRequests(ctx, itemId)
    expect(found.map(({ name, atStake }) => [name, atStake])).toEqual([
      ['Anadolu Lojistik', 96_000],
      ['Bosphorus Retail', 96_000],
    ])
    expect(found[0]?.requests.map(({ id, counts }) => [id, counts])).toEqual([
      [again, false],
      [requestIds[0], true],
    ])
    expect(found[0]).toMatchObject({ health: 'red', healthScore: 35 })
  })

  test('holds no amount for those who may not see revenue', async ({ db }) => {
    const { as, itemId } = await makeItems(db)
    const outsider = await makePerson(db, { team: 'other' })
    const found = await listItemRequests(as(outsider), itemId)
    expect(found.map(({ atStake }) => atStake)).toEqual([null, null])
  })
})

describe('getItem', () => {
  test('counts what stands on each tab', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    expect(await getItem(ctx, itemId)).toMatchObject({
      requests: 2,
      comments: 0,
      waiting: 2,
      mayEdit: true,
      mergedFrom: [],
    })
  })

  test('sends no money without revenue.read, on any tab', async ({ db }) => {
    const { as, lineId, itemId } = await makeItems(db)
    const outsider = as(await makePerson(db, { team: 'other' }))
    expect(await getItem(outsider, itemId)).toMatchObject({
      ...{ score: null, arrAtRisk: null, canSave: null, tooLate: null },
      ...{ mayEdit: false, mayComment: false },
    })
    expect(await getItemTab(outsider, { id: itemId, lineId, rank: null }, 'receipt')).toMatchObject(
      {
        receipt: null,
      },
    )
  })
})

describe('findItems', () => {
  test('finds by number, by words in any order, and by a title that looks alike', async ({
    db,
  }) => {
    const { ctx, lineId, itemId, otherId } = await makeItems(db)
    const turkish = await makeItem(db, { productLineId: lineId, title: 'İhracat faturası ışığı' })
    const ids = async (text: string) => (await findItems(ctx, text)).map(({ id }) => id)
    expect(await ids(`item-${itemId}`)).toEqual([itemId])
    expect(await ids('entra sign')).toEqual([otherId])
    expect(await ids('IHRACAT isigi')).toEqual([turkish])
    expect(await ids('Sign in by Entra')).toEqual([otherId])
    expect(await ids('100%')).toEqual([])
    expect(await ids('entra\u0000sign')).toEqual([otherId])
    expect(await ids('')).toEqual([])
  })

  test('leaves out what was merged away, and closed ones when asked to', async ({ db }) => {
    const { ctx, itemId, otherId } = await makeItems(db)
    await changeStatus(ctx, { itemId, version: 1, to: 'declined', reason: 'No.' })
    expect(await findItems(ctx, 'SSO')).toHaveLength(1)
    expect(await findItems(ctx, 'SSO', { openOnly: true })).toEqual([])
    expect(await findItems(ctx, 'Entra', { exceptId: otherId })).toEqual([])
    await changeStatus(ctx, { itemId, version: 2, to: 'candidate', reason: 'Yes.' })
    await mergeItems(ctx, { itemId, version: 3, intoId: otherId, intoVersion: 1, reason: 'Same.' })
    expect(await findItems(ctx, 'SSO')).toEqual([])
  })
})
