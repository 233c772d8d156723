import { and, eq, isNotNull } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { loadMoment, loadMomentsOfItem } from '#app/domain/scoring/load-moment.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { replay } from '#app/domain/scoring/replay.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import { whyMoved } from '#app/domain/scoring/why-moved.ts'
import { addDays } from '#app/lib/dates.ts'
import type { Executor } from '#db/client.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { modelVersions } from '#db/schema/organisation.ts'
import { scoreFacts, scoreHistory, scoreMoments } from '#db/schema/scores.ts'
import { makeItems } from '#tests/integration/items/world.ts'
import { makeLine } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const DAY = '2026-01-15'
const evening = (day: number) => new Date(`${addDays(DAY, day)}T17:00:00Z`)

async function recorded(db: Executor, day: number) {
  return db
    .select()
    .from(scoreHistory)
    .where(and(eq(scoreHistory.day, addDays(DAY, day)), isNotNull(scoreHistory.momentId)))
}

/** What is stored of a day, and what its moment gives when it is scored again. */
async function expectReplayed(db: Executor, day: number): Promise<void> {
  const rows = await recorded(db, day)
  expect(rows.length).toBeGreaterThan(0)
  const [momentId] = new Set(rows.map((row) => row.momentId))
  const { result, ranks } = replay(await loadMoment({ db }, momentId ?? 0))
  const scored = new Map(result.items.map((one) => [one.id, one]))
  for (const row of rows) {
    const again = scored.get(String(row.itemId))
    expect(again?.score ?? 0).toBeCloseTo(row.score, 9)
    expect(again?.value ?? 0).toBeCloseTo(row.value, 9)
    expect(again?.arrAtRisk ?? 0).toBeCloseTo(row.arrAtRisk, 9)
    expect(ranks.get(String(row.itemId)) ?? null).toBe(row.rank)
  }
}

describe('a past day', () => {
  test('is scored again exactly, whatever changed since', async ({ db }) => {
    const { as, csm, pm, itemId, otherId, accounts: known, lineId, ask } = await makeItems(db)
    const [anadolu, bosphorus] = known
    const otherLine = await makeLine(db, 'Analytics')
    const at = (day: number) => as(csm, evening(day))
    const changes: Array<() => Promise<unknown>> = [
      async () => undefined,
      async () => {
        await db.update(accounts).set({ healthScore: 60 }).where(eq(accounts.id, anadolu))
        await refreshScores(at(1), { accountIds: [anadolu] })
      },
      async () => {
        await ask(bosphorus, itemId)
        await refreshScores(at(2), { accountIds: [bosphorus] })
      },
      async () => undefined,
      async () => {
        const cost = { costLow: 1, costLikely: 2, costHigh: 4 }
        await estimateCost(as(pm, evening(4)), { itemId, version: 1, ...cost })
      },
      async () => {
        await db
          .update(contracts)
          .set({ amountMinor: 1, endedOn: addDays(DAY, 5) })
          .where(eq(contracts.accountId, bosphorus))
        await refreshScores(at(5), { accountIds: [bosphorus] })
      },
      async () => {
        const [model] = await db.select().from(modelVersions)
        const parameters = { ...model?.parameters, kReq: 0.5 }
        await db.insert(modelVersions).values({ parameters, reason: 'Half of it' })
        await refreshScores(at(6), 'all')
      },
      async () => {
        await db.update(items).set({ lane: 'debt' }).where(eq(items.id, itemId))
        await refreshScores(at(7), { itemIds: [itemId] })
      },
      async () => {
        await db.update(items).set({ productLineId: otherLine }).where(eq(items.id, otherId))
        await refreshScores(at(8), { itemIds: [otherId] })
      },
      async () => {
        await db.update(items).set({ status: 'shipped' }).where(eq(items.id, otherId))
        await refreshScores(at(9), { itemIds: [otherId] })
      },
    ]
    for (const [day, change] of changes.entries()) {
      await change()
      await turnDay(at(day))
    }
    expect(lineId).not.toBe(otherLine)
    for (const day of changes.keys()) await expectReplayed(db, day)
  })

  test('costs nothing while only the clock moves', async ({ db }) => {
    const { as, csm } = await makeItems(db)
    await turnDay(as(csm, evening(0)))
    const before = await db.select().from(scoreFacts)
    await turnDay(as(csm, evening(1)))
    expect(await db.select().from(scoreFacts)).toEqual(before)
    // One row says that the day was scored.
    const moments = await db
      .select()
      .from(scoreMoments)
      .where(eq(scoreMoments.day, addDays(DAY, 1)))
    expect(moments).toHaveLength(1)
  })

  test('is closed as it was when the next one begins', async ({ db }) => {
    const { as, csm, accounts: known, itemId } = await makeItems(db)
    await turnDay(as(csm, evening(0)))
    const late = as(csm, new Date('2026-01-15T22:58:00Z'))
    await db.update(accounts).set({ healthScore: 90 }).where(eq(accounts.id, known[0]))
    await refreshScores(late, { accountIds: [known[0]] })
    const before = await recorded(db, 0)
    await turnDay(as(csm, new Date('2026-01-15T23:00:00Z')))
    const scoreOf = (rows: typeof before) => rows.find((row) => row.itemId === itemId)?.score
    expect(scoreOf(await recorded(db, 0))).not.toBe(scoreOf(before))
    await expectReplayed(db, 0)
    await expectReplayed(db, 1)
  })

  test('says why an item moved, in parts that add up to what the two days stored', async ({
    db,
  }) => {
    const { as, csm, pm, accounts: known, itemId, ask } = await makeItems(db)
    await turnDay(as(csm, evening(0)))
    const later = as(csm, evening(20))
    await db.update(accounts).set({ healthScore: 50 }).where(eq(accounts.id, known[0]))
    await ask(known[2], itemId)
    const cost = { costLow: 1, costLikely: 2, costHigh: 4 }
    await estimateCost(as(pm, evening(20)), { itemId, version: 1, ...cost })
    await refreshScores(later, 'all')
    await turnDay(later)

    const rows = [...(await recorded(db, 0)), ...(await recorded(db, 20))].filter(
      (row) => row.itemId === itemId,
    )
    const ids = rows.map((row) => row.momentId ?? 0)
    const [before, after] = await loadMomentsOfItem({ db }, ids, itemId)
    if (!before || !after) throw new Error('There are two moments')
    const { from, to, parts } = whyMoved(String(itemId), before, after)
    expect(from).toBeCloseTo(rows[0]?.score ?? 0, 9)
    expect(to).toBeCloseTo(rows[1]?.score ?? 0, 9)
    const total = Object.values(parts).reduce((sum, part) => sum + part, 0)
    expect(total).toBeCloseTo((rows[1]?.score ?? 0) - (rows[0]?.score ?? 0), 6)
    expect(parts.weights).toBe(0)
    for (const cause of ['calendar', 'health', 'own_links', 'own_cost'] as const) {
      expect(parts[cause]).not.toBe(0)
    }
  })
})
