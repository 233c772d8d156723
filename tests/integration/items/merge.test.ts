import { asc, eq, inArray } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getBacklogTotals } from '#app/domain/backlog/totals.server.ts'
import type { Context } from '#app/domain/context.ts'
import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { getHistory } from '#app/domain/requests/get-history.server.ts'
import { previewMerge } from '#app/domain/scoring/preview.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import type { Executor } from '#db/client.ts'
import { itemMerges } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { itemScores, scoreParts } from '#db/schema/scores.ts'
import { makeItem, makeLine } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { makeItems, readItem } from './world.ts'

const reason = 'The same need.'

async function requestsOf(db: Executor, itemId: number): Promise<number[]> {
  const rows = await db
    .select({ id: requests.id })
    .from(requests)
    .where(eq(requests.itemId, itemId))
    .orderBy(asc(requests.id))
  return rows.map(({ id }) => id)
}

async function totals(ctx: Context) {
  const filters = parseBacklogFilters(new URLSearchParams())
  return getBacklogTotals(ctx, { filters, lineId: null, today: '2026-01-15' })
}

async function scoreOf(db: Executor, itemId: number): Promise<number | undefined> {
  const [row] = await db.select().from(itemScores).where(eq(itemScores.itemId, itemId))
  return row?.score
}

describe('mergeItems', () => {
  test('moves every request, in whatever state, and points to where they went', async ({ db }) => {
    const { ctx, itemId, otherId, requestIds, otherRequestIds } = await makeItems(db)
    const [first = 0, second = 0] = requestIds
    await db.update(requests).set({ state: 'linked' }).where(eq(requests.id, first))
    await db.update(requests).set({ state: 'waiting' }).where(eq(requests.id, second))
    const moved = await mergeItems(ctx, {
      ...{ itemId, version: 1, intoId: otherId, intoVersion: 1, reason },
    })
    expect(moved).toEqual({ requestIds })
    expect(await requestsOf(db, itemId)).toEqual([])
    expect(await requestsOf(db, otherId)).toEqual([...requestIds, ...otherRequestIds])
    const states = await db
      .select({ state: requests.state, version: requests.version })
      .from(requests)
      .where(inArray(requests.id, requestIds))
      .orderBy(asc(requests.id))
    expect(states).toEqual([
      { state: 'linked', version: 2 },
      { state: 'waiting', version: 2 },
    ])
    expect((await readItem(db, itemId)).mergedIntoId).toBe(otherId)
  })

  test('counts no euro twice and loses none, before and after', async ({ db }) => {
    const { ctx, itemId, otherId } = await makeItems(db)
    const before = await totals(ctx)
    await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason })
    const after = await totals(ctx)
    expect([before.reconciles, after.reconciles]).toEqual([true, true])
    expect(after.exposures).toBe(3)
    expect(await db.select().from(scoreParts).where(eq(scoreParts.itemId, itemId))).toEqual([])
    // Bosphorus asked for both: the contract stands once on the item that is left.
    const parts = await db.select().from(scoreParts).where(eq(scoreParts.itemId, otherId))
    expect(parts).toHaveLength(3)
  })

  test('leaves the score that the preview showed, and keeps the scores', async ({ db }) => {
    const { ctx, itemId, otherId, pm } = await makeItems(db)
    const { rank, ...shown } = await previewMerge(ctx, itemId, otherId)
    expect(shown.from).toBe(await scoreOf(db, itemId))
    expect(shown.intoBefore).toBe(await scoreOf(db, otherId))
    await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason })
    expect(await scoreOf(db, otherId)).toBe(shown.intoAfter)
    expect(shown.intoAfter).toBeGreaterThan(shown.intoBefore)
    expect(rank.after).toBe(1)
    expect(await scoreOf(db, itemId)).toBeUndefined()
    expect(await db.select().from(itemMerges)).toMatchObject([
      { fromItemId: itemId, intoItemId: otherId, scores: shown, reason, mergedBy: pm.id },
    ])
  })

  test('the preview holds across product lines too', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    const lineId = await makeLine(db, 'Analytics')
    const elsewhere = await makeItem(db, { productLineId: lineId, costSize: 'S' })
    const shown = await previewMerge(ctx, itemId, elsewhere)
    await mergeItems(ctx, { itemId, version: 1, intoId: elsewhere, intoVersion: 1, reason })
    expect(await scoreOf(db, elsewhere)).toBe(shown.intoAfter)
    expect((await totals(ctx)).reconciles).toBe(true)
  })

  test('shows the rank that the item will have, without the one that goes', async ({ db }) => {
    const { ctx, itemId, otherId } = await makeItems(db)
    // Cheap, the first outranks what the two are worth at the cost of the second.
    await estimateCost(ctx, { itemId, version: 1, costSize: 'S' })
    await estimateCost(ctx, { itemId: otherId, version: 1, costSize: 'XL' })
    const { rank, ...shown } = await previewMerge(ctx, itemId, otherId)
    expect(shown.from).toBeGreaterThan(shown.intoAfter)
    expect(rank).toEqual({ before: 2, after: 1 })
  })

  test('stands in the history of each request that moved', async ({ db }) => {
    const { ctx, as, csm, itemId, otherId, requestIds, otherRequestIds } = await makeItems(db)
    await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason })
    const told = async (id = 0) => {
      const request = { id, itemId: otherId, createdAt: ctx.now }
      return (await getHistory(as(csm), request)).map(({ by, what, words }) => [by, what, words])
    }
    expect(await told(requestIds[0])).toEqual([
      ['Jonas Weber', `merged ITEM-${itemId} into ITEM-${otherId}`, reason],
    ])
    expect(await told(otherRequestIds[0])).toEqual([])
  })

  test('is refused into itself, and where one of the two is closed', async ({ db }) => {
    const { ctx, itemId, otherId } = await makeItems(db)
    await expect(
      mergeItems(ctx, { itemId, version: 1, intoId: itemId, intoVersion: 1, reason }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { intoId: [expect.any(String)] } })
    await changeStatus(ctx, { itemId: otherId, version: 1, to: 'declined', reason })
    await expect(
      mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 2, reason }),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: `ITEM-${otherId} is declined. Only open items are merged.`,
    })
  })

  test('is refused when the item that stays was changed since the preview', async ({ db }) => {
    const { ctx, itemId, otherId, requestIds } = await makeItems(db)
    await changeStatus(ctx, { itemId: otherId, version: 1, to: 'now', reason })
    await expect(
      mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await requestsOf(db, itemId)).toEqual(requestIds)
  })

  test('undoing a decision from before the merge does not lose the request', async ({ db }) => {
    const { ctx, as, pm, itemId, otherId, requestIds } = await makeItems(db)
    const [requestId = 0] = requestIds
    const linked = await linkToItem(ctx, { requestId, version: 1, itemId })
    const unlinked = await unlinkRequest(ctx, { requestId, version: linked.version })
    await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason })
    await undoDecision(as(pm), { decisionId: unlinked.decisionId })
    expect(await requestsOf(db, otherId)).toContain(requestId)
    expect((await totals(ctx)).reconciles).toBe(true)
  })

  test('of two merges in a circle one wins, and no request is lost', async ({ committedDb }) => {
    const world = await makeItems(committedDb)
    const { ctx, itemId, otherId, requestIds, otherRequestIds } = world
    const outcomes = await Promise.allSettled([
      mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason }),
      mergeItems(ctx, { itemId: otherId, version: 1, intoId: itemId, intoVersion: 1, reason }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
    })
    const left = (await readItem(committedDb, itemId)).mergedIntoId === null ? itemId : otherId
    expect(await requestsOf(committedDb, left)).toEqual([...requestIds, ...otherRequestIds])
  })

  test('a request that is linked at the same moment does not stay behind', async ({
    committedDb,
  }) => {
    const world = await makeItems(committedDb)
    const { ctx, itemId, otherId, requestIds } = world
    const [requestId = 0] = requestIds
    const outcomes = await Promise.allSettled([
      mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason }),
      linkToItem(ctx, { requestId, version: 1, itemId }),
      world.ask(world.accounts[2], itemId),
    ])
    expect(outcomes[0].status).toBe('fulfilled')
    const behind = await committedDb
      .select({ id: requests.id })
      .from(requests)
      .where(eq(requests.itemId, itemId))
    expect(behind).toEqual([])
  })
})
