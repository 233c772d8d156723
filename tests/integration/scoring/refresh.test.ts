import { randomUUID } from 'node:crypto'

import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getBacklog } from '#app/domain/backlog/get-backlog.server.ts'
import type { Context } from '#app/domain/context.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts, contractCovers, contracts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { exposureScores, itemScores, scoreParts } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeLine,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const ESTIMATE = { costLow: 4, costLikely: 6, costHigh: 10 }

async function ask(
  ctx: Context,
  values: { accountId: number; productLineId: number; sameAs?: number },
) {
  return submitRequest(
    ctx,
    submission({ ...values, importance: 'critical', submissionKey: randomUUID() }),
  )
}

async function scoreOf(db: Executor, itemId: number) {
  const [row] = await db.select().from(itemScores).where(eq(itemScores.itemId, itemId))
  return row
}

/** Everything stored, in a fixed order, without the moments. */
async function stored(db: Executor) {
  return {
    items: (await db.select().from(itemScores).orderBy(asc(itemScores.itemId))).map(
      ({ computedAt, ...row }) => ({ ...row, dated: computedAt !== null }),
    ),
    parts: await db
      .select()
      .from(scoreParts)
      .orderBy(asc(scoreParts.itemId), asc(scoreParts.exposure)),
    exposures: await db.select().from(exposureScores).orderBy(asc(exposureScores.exposure)),
  }
}

describe('refreshScores', () => {
  test('scores one request as worked out by hand from the formulas', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 50 })
    await makeContract(db, { accountId, amountMinor: 100_000_00, renewsOn: '2026-05-31' })
    const itemId = await makeItem(db, { productLineId: lineId, ...ESTIMATE })
    const { id } = await ask(as(csm), { accountId, productLineId: lineId })
    expect(await scoreOf(db, itemId)).toBeUndefined()

    await db.update(requests).set({ state: 'linked', itemId }).where(eq(requests.id, id))
    await refreshScores(as(csm), { itemIds: [itemId] })
    // h = 50, €100,000, decides in 76 days; lead 6 weeks, u 0.865630: computed apart from this code.
    const score = await scoreOf(db, itemId)
    expect(score?.value).toBeCloseTo(4944.2775474, 6)
    expect(score?.arrAtRisk).toBeCloseTo(7470.3333989, 6)
    expect(score?.costMean).toBeCloseTo(6.9277539239, 9)
    expect(score?.score).toBeCloseTo(713.6912774, 6)
    expect(score).toMatchObject({
      accounts: 1,
      estimated: true,
      tooLate: 0,
      startBy: '2026-02-18',
      nextRenewalOn: '2026-05-31',
    })
    const [exposure] = await db.select().from(exposureScores)
    expect(exposure?.arrAtRisk).toBeCloseTo(21846.889467748, 6)
    expect(exposure?.baseline).toBeCloseTo(14376.556068863, 6)
  })

  test('says how sure a score is: the interval worked out by hand', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 50 })
    await makeContract(db, { accountId, amountMinor: 100_000_00, renewsOn: '2026-05-31' })
    const itemId = await makeItem(db, { productLineId: lineId, ...ESTIMATE })
    await ask(as(csm), { accountId, productLineId: lineId, sameAs: itemId })
    // As above; cost σ 0.536239. Derivatives by central differences of the formula, apart from this code.
    const score = await scoreOf(db, itemId)
    expect(score?.low).toBeCloseTo(271.7652897, 5)
    expect(score?.high).toBeCloseTo(2498.6716878, 5)
    expect(score).toMatchObject({ tier: 1, lineTier: 1 })
  })

  test('puts items into one tier while their order is not supported, by line and over all', async ({
    db,
  }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const otherLine = await makeLine(db, 'Analytics')
    const tiers: { itemId: number; line: number }[] = []
    // Contracts of equal kind, so that only the amounts tell the items apart: 1,000 to 1 is supported, 1.1 to 1 is not.
    const wanted = [
      [lineId, 1_000_000_00],
      [lineId, 900_000_00],
      [lineId, 1_000_00],
      [otherLine, 950_00],
    ] as const
    for (const [line, amountMinor] of wanted) {
      const accountId = await makeAccount(db, { healthScore: 50 })
      await makeContract(db, { accountId, amountMinor })
      const itemId = await makeItem(db, { productLineId: line, ...ESTIMATE })
      await ask(as(csm), { accountId, productLineId: line, sameAs: itemId })
      tiers.push({ itemId, line })
    }
    const found = await Promise.all(tiers.map(({ itemId }) => scoreOf(db, itemId)))
    expect(found.map((row) => row?.tier)).toEqual([1, 1, 2, 2])
    expect(found.map((row) => row?.lineTier)).toEqual([1, 1, 2, 1])

    await db
      .update(items)
      .set({ lane: 'security' })
      .where(eq(items.id, tiers[0]?.itemId ?? 0))
    await refreshScores(as(csm), { itemIds: [tiers[0]?.itemId ?? 0] })
    expect(await scoreOf(db, tiers[0]?.itemId ?? 0)).toMatchObject({ tier: null, lineTier: null })
  })

  test('counts a "same as" at once, and no longer once it is taken back', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 50 })
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: lineId, ...ESTIMATE })
    const { id } = await ask(as(csm), { accountId, productLineId: lineId, sameAs: itemId })
    expect((await scoreOf(db, itemId))?.value).toBeGreaterThan(0)

    await db.update(requests).set({ itemId: null }).where(eq(requests.id, id))
    await refreshScores(as(csm), { accountIds: [accountId] })
    expect((await scoreOf(db, itemId))?.value).toBe(0)
    expect(await db.select().from(scoreParts)).toEqual([])
  })

  test('takes the parent’s contract that covers a child without any, never a sibling’s', async ({
    db,
  }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const parent = await makeAccount(db)
    const child = await makeAccount(db, { parentId: parent })
    const sibling = await makeAccount(db, { parentId: parent })
    const covering = await makeContract(db, { accountId: parent })
    await makeContract(db, { accountId: sibling })
    await db.insert(contractCovers).values({ contractId: covering, accountId: child })
    const itemId = await makeItem(db, { productLineId: lineId })
    await ask(as(csm), { accountId: child, productLineId: lineId, sameAs: itemId })
    const parts = await db.select().from(scoreParts)
    expect(parts.map((part) => part.exposure)).toEqual([`contract:${covering}`])
  })

  test('comes to the same piece by piece as all at once, whatever changed', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const ctx = as(csm)
    const accountIds: number[] = []
    const contractIds: number[] = []
    const itemIds: number[] = []
    const requestIds: number[] = []
    for (let i = 0; i < 6; i += 1) {
      const accountId = await makeAccount(db, {
        healthScore: 10 + 15 * i,
        parentId: i === 5 ? (accountIds[0] ?? null) : null,
      })
      accountIds.push(accountId)
      contractIds.push(await makeContract(db, { accountId, amountMinor: (i + 1) * 20_000_00 }))
      itemIds.push(await makeItem(db, { productLineId: lineId }))
    }
    for (let i = 0; i < 14; i += 1) {
      const accountId = accountIds[i % 6] ?? 0
      const { id } = await ask(ctx, {
        accountId,
        productLineId: lineId,
        sameAs: itemIds[(i * 5) % 6] ?? 0,
      })
      requestIds.push(id)
    }
    const at = (list: readonly number[], i: number) => list[i % list.length] ?? 0
    const steps: (() => Promise<void>)[] = [
      async () => {
        await db
          .update(accounts)
          .set({ healthScore: 91 })
          .where(eq(accounts.id, at(accountIds, 1)))
        await refreshScores(ctx, { accountIds: [at(accountIds, 1)] })
      },
      async () => {
        await db
          .update(contracts)
          .set({ amountMinor: 7_000_00 })
          .where(eq(contracts.id, at(contractIds, 2)))
        await refreshScores(ctx, { accountIds: [at(accountIds, 2)] })
      },
      async () => {
        await db
          .update(items)
          .set({ costLow: 1, costLikely: 2, costHigh: 9 })
          .where(eq(items.id, at(itemIds, 3)))
        await refreshScores(ctx, { itemIds: [at(itemIds, 3)] })
      },
      async () => {
        await db
          .update(requests)
          .set({ itemId: at(itemIds, 4) })
          .where(eq(requests.id, at(requestIds, 0)))
        await refreshScores(ctx, { itemIds: [at(itemIds, 0), at(itemIds, 4)] })
      },
      async () => {
        await db
          .update(items)
          .set({ status: 'shipped' })
          .where(eq(items.id, at(itemIds, 5)))
        await refreshScores(ctx, { itemIds: [at(itemIds, 5)] })
      },
      async () => {
        await db
          .update(accounts)
          .set({ lifecycle: 'churned' })
          .where(eq(accounts.id, at(accountIds, 3)))
        await refreshScores(ctx, { accountIds: [at(accountIds, 3)] })
      },
      async () => {
        await db
          .update(accounts)
          .set({ parentId: null })
          .where(eq(accounts.id, at(accountIds, 5)))
        await refreshScores(ctx, { accountIds: [at(accountIds, 0), at(accountIds, 5)] })
      },
    ]
    for (const step of steps) {
      await step()
      const piecewise = await stored(db)
      await refreshScores(ctx, 'all')
      expect(piecewise).toEqual(await stored(db))
    }
    expect((await stored(db)).parts.length).toBeGreaterThan(4)
  })

  test('follows a contract that no longer covers whoever chose it, alone as with everything', async ({
    db,
  }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const parent = await makeAccount(db)
    const child = await makeAccount(db, { parentId: parent })
    const chosen = await makeContract(db, { accountId: parent })
    const other = await makeContract(db, { accountId: parent })
    for (const contractId of [chosen, other]) {
      await db.insert(contractCovers).values({ contractId, accountId: child })
    }
    const itemId = await makeItem(db, { productLineId: lineId })
    const input = submission({ accountId: child, productLineId: lineId, sameAs: itemId })
    await submitRequest(as(csm), { ...input, stakeFor: lineId, contractIds: [chosen] })
    const exposures = async () => (await stored(db)).parts.map((part) => part.exposure)
    expect(await exposures()).toEqual([`contract:${chosen}`])

    await db.delete(contractCovers).where(eq(contractCovers.contractId, chosen))
    await db.delete(contractCovers).where(eq(contractCovers.contractId, other))
    await db.update(accounts).set({ parentId: null }).where(eq(accounts.id, child))
    await refreshScores(as(csm), { accountIds: [parent, child] })
    expect(await exposures()).toEqual([])
    const alone = await stored(db)
    await refreshScores(as(csm), 'all')
    expect(alone).toEqual(await stored(db))
  })

  test('scores everything on the first change of a day, so that the sums are of one day', async ({
    db,
  }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const changing = await makeAccount(db, { healthScore: 50 })
    const quiet = await makeAccount(db, { healthScore: 50 })
    const itemId = await makeItem(db, { productLineId: lineId })
    for (const accountId of [changing, quiet]) {
      await makeContract(db, { accountId })
      await ask(as(csm), { accountId, productLineId: lineId, sameAs: itemId })
    }
    // Half past eleven in Berlin, and half past midnight.
    const filters = parseBacklogFilters(new URLSearchParams())
    const evening = as(csm, new Date('2026-01-16T22:30:00Z'))
    await refreshScores(evening, 'all')
    const night = as(csm, new Date('2026-01-16T23:30:00Z'))
    await refreshScores(night, { accountIds: [changing] })
    expect((await getBacklog(night, filters)).totals?.reconciles).toBe(true)
    const first = await stored(db)
    await refreshScores(night, 'all')
    expect(first).toEqual(await stored(db))
  })

  test('reaches every account once, however many there are', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const ctx = as(csm)
    const names = Array.from({ length: 4_100 }, (_, n) => ({ name: `A${n}`, nameFold: `a${n}` }))
    const ids = (await db.insert(accounts).values(names).returning({ id: accounts.id })).map(
      ({ id }) => id,
    )
    const [first = 0, last = 0, asking = 0] = [ids[0], ids.at(-1), ids[2_050]]
    await db.update(accounts).set({ parentId: first }).where(eq(accounts.id, last))
    await db.execute(sql`
      insert into ${contracts} (account_id, amount_minor, currency, period, renews_on)
      select id, 100000, 'EUR', 'year', '2026-05-31' from ${accounts} where id <> ${last}`)
    const [held] = await db.select().from(contracts).where(eq(contracts.accountId, first))
    await db.insert(contractCovers).values({ contractId: held?.id ?? 0, accountId: last })
    const itemId = await makeItem(db, { productLineId: lineId, ...ESTIMATE })
    for (const accountId of [asking, last]) {
      await ask(ctx, { accountId, productLineId: lineId, sameAs: itemId })
    }
    await refreshScores(ctx, 'all')
    const scored = await db.select({ of: exposureScores.accountId }).from(exposureScores)
    expect(scored.map(({ of }) => of).sort((a, b) => a - b)).toEqual(ids.slice(0, -1))
    const parts = await db.select({ of: scoreParts.accountId }).from(scoreParts)
    expect(parts.map(({ of }) => of).sort((a, b) => a - b)).toEqual([first, asking])
  })

  test('keeps both of two changes that are made at once', async ({ committedDb: db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const itemId = await makeItem(db, { productLineId: lineId })
    const asking = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const accountId = await makeAccount(db, { healthScore: 40 })
        await makeContract(db, { accountId })
        return accountId
      }),
    )
    await Promise.all(
      asking.map((accountId) => ask(as(csm), { accountId, productLineId: lineId, sameAs: itemId })),
    )
    expect((await scoreOf(db, itemId))?.accounts).toBe(4)
    const at = await stored(db)
    await refreshScores({ db, now: NOW }, 'all')
    expect(at).toEqual(await stored(db))
  })
})
