import { randomUUID } from 'node:crypto'

import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import type { Context } from '#app/domain/context.ts'
import { handOver } from '#app/domain/people/hand-over.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { loadMoment } from '#app/domain/scoring/load-moment.server.ts'
import { findLastMoment } from '#app/domain/scoring/moments.server.ts'
import { replay } from '#app/domain/scoring/replay.ts'
import { findBlockersWithin } from '#app/domain/scoring/blocker-use.server.ts'
import { getClaims } from '#app/domain/scoring/get-claims.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { StoredFactors } from '#app/domain/backlog/get-receipt.server.ts'
import type { Executor } from '#db/client.ts'
import { requests } from '#db/schema/requests.ts'
import { calibrations, exposureScores, itemScores, scoreParts } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

/** Three accounts with a contract each that ask for an item each, as critical, by one CSM who owns none: budget 2. */
async function makeThree(db: Executor) {
  const company = await makeCompany(db)
  const ctx = company.as(company.csm)
  const cases = []
  for (const importance of ['blocker', 'blocker', 'critical'] as const) {
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: company.lineId })
    const { id } = await ask(ctx, company.lineId, { accountId, importance, sameAs: itemId })
    cases.push({ accountId, itemId, requestId: id })
  }
  return { ...company, ctx, cases }
}

function ask(
  ctx: Context,
  productLineId: number,
  values: Partial<Parameters<typeof submission>[0]> & { accountId: number },
) {
  return submitRequest(
    ctx,
    submission({ productLineId, importance: 'blocker', submissionKey: randomUUID(), ...values }),
  )
}

/** What each request's claim is multiplied with for who makes it, by request. */
async function adjustments(db: Executor) {
  const parts = await db.select().from(scoreParts).orderBy(asc(scoreParts.requestId))
  return parts.map(({ factors }) => (factors as StoredFactors).link.claim.adjustment)
}

async function stored(db: Executor) {
  return {
    items: await db.select().from(itemScores).orderBy(asc(itemScores.itemId)),
    parts: await db.select().from(scoreParts).orderBy(asc(scoreParts.itemId)),
    exposures: await db.select().from(exposureScores).orderBy(asc(exposureScores.exposure)),
  }
}

/** After whatever was done piece by piece, what was kept gives the same again, and so does everything scored at once. */
async function expectComplete(ctx: Context) {
  const before = await stored(ctx.db)
  const last = await findLastMoment(ctx)
  const { result } = replay(await loadMoment(ctx, last?.id ?? 0))
  const replayed = result.items.map(({ id, score }) => [Number(id), score])
  const kept = before.items.map(({ itemId, score }) => [itemId, expect.closeTo(score, 9)])
  expect(replayed.sort(([a = 0], [b = 0]) => a - b)).toEqual(kept)
  await refreshScores(ctx, 'all')
  expect(await stored(ctx.db)).toEqual(before)
}

// With a budget of 2 and 3 used: λ = 0.105361 + (0.356675 - 0.105361) · 2/3 = 0.272904, over 0.356675.
const DILUTED = expect.closeTo(0.765133, 5)

describe('a blocker beyond the budget of who claims it', () => {
  test('takes down their other blockers, at whatever account', async ({ db }) => {
    const { ctx, lineId, cases } = await makeThree(db)
    expect(await adjustments(db)).toEqual([1, 1, 1])

    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: lineId })
    await ask(ctx, lineId, { accountId, sameAs: itemId })
    expect(await adjustments(db)).toEqual([DILUTED, DILUTED, 1, DILUTED])
    expect(cases).toHaveLength(3)
    await expectComplete(ctx)
  })

  test('waits in triage without using any, and gives it back when it leaves its item', async ({
    db,
  }) => {
    const { ctx, pm, as, lineId, cases } = await makeThree(db)
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    const { id: requestId } = await ask(ctx, lineId, { accountId })
    expect(await adjustments(db)).toEqual([1, 1, 1])

    const [, , third] = cases
    await linkToItem(as(pm), { requestId, version: 1, itemId: third?.itemId ?? 0 })
    expect(await adjustments(db)).toEqual([DILUTED, DILUTED, 1, DILUTED])
    await expectComplete(ctx)

    await unlinkRequest(as(pm), { requestId, version: 2 })
    expect(await adjustments(db)).toEqual([1, 1, 1])
    await declineRequest(as(pm), {
      ...{ requestId, version: 3, reason: 'not_our_market', words: 'No.' },
    })
    expect(await adjustments(db)).toEqual([1, 1, 1])
    await expectComplete(ctx)
  })

  test('is a manager’s word once settled: it neither uses the budget nor is diluted', async ({
    db,
  }) => {
    const { ctx, as, lineId, cases } = await makeThree(db)
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    const [first] = cases
    await ask(ctx, lineId, { accountId, sameAs: first?.itemId ?? 0 })
    expect(await adjustments(db)).toEqual([DILUTED, DILUTED, 1, DILUTED])

    const manager = await makePerson(db, { role: 'manager' })
    await settleImportance(as(manager), {
      ...{ requestId: first?.requestId ?? 0, version: 1 },
      ...{ importance: 'blocker', reason: 'They told the board.' },
    })
    expect(await adjustments(db)).toEqual([1, 1, 1, 1])
    await expectComplete(ctx)
  })

  test('counts in full again when its CSM owns enough accounts, or hands some requests over', async ({
    db,
  }) => {
    const { ctx, csm, as, lineId, cases } = await makeThree(db)
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    await ask(ctx, lineId, { accountId, sameAs: cases[2]?.itemId ?? 0 })
    for (let owned = 0; owned < 20; owned++) await makeAccount(db, { ownerId: csm.id })
    await refreshScores(ctx, {})
    expect(await adjustments(db)).toEqual([DILUTED, DILUTED, 1, DILUTED])
    // The 21st account makes the budget 3.
    await createAccount(ctx, {
      ...{ name: 'Tauern', ownerId: csm.id, lifecycle: 'active', domain: null, parentId: null },
      ...{ segment: null, industry: null, region: null, employees: null, plan: null },
    })
    expect(await adjustments(db)).toEqual([1, 1, 1, 1])
    await expectComplete(ctx)

    const heir = await makePerson(db)
    const admin = await makePerson(db, { role: 'admin', team: 'other' })
    await db
      .update(requests)
      .set({ importance: 'blocker' })
      .where(eq(requests.importance, 'critical'))
    await refreshScores(ctx, 'all')
    // 3 / 4 of the lead is left: 0.105361 + 0.251314 · 3/4 = 0.293846.
    expect(await adjustments(db)).toEqual(Array(4).fill(expect.closeTo(0.823849, 5)))
    await handOver(as(admin), { fromId: csm.id, toId: heir.id })
    expect(await adjustments(db)).toEqual(Array(4).fill(expect.closeTo(0.823849, 5)))
    await expectComplete(ctx)
  })
})

describe('what somebody’s claims weigh', () => {
  test('is told to themselves and to the manager of Customer Success alone', async ({ db }) => {
    const { ctx, csm, pm, as, lineId, cases } = await makeThree(db)
    const accountId = await makeAccount(db)
    await ask(ctx, lineId, { accountId, sameAs: cases[2]?.itemId ?? 0 })
    const told = { used: 3, budget: 2, dilution: expect.closeTo(2 / 3, 9), calibration: 1 }
    expect(await getClaims(ctx, csm.id)).toMatchObject({ ...told, own: true, others: [] })
    expect((await getClaims(ctx, csm.id)).blockers).toHaveLength(3)

    const lead = await makePerson(db, { role: 'manager' })
    expect(await getClaims(as(lead), csm.id)).toMatchObject({
      ...{ ...told, own: false },
      others: [{ id: lead.id, name: lead.name }],
    })
    const colleague = await makePerson(db)
    const strangers = [
      colleague,
      pm,
      await makePerson(db, { role: 'manager', team: 'product' }),
      await makePerson(db, { role: 'admin', team: 'other' }),
    ]
    for (const stranger of strangers) {
      await expect(getClaims(as(stranger), csm.id)).rejects.toMatchObject({ code: 'forbidden' })
    }
    // In triage the number ends where it would tell the dilution.
    expect(await findBlockersWithin(ctx, csm.id)).toBeNull()
    expect(await findBlockersWithin(ctx, colleague.id)).toEqual({ used: 0, budget: 2 })
  })

  test('follows the measured factor at once, on the claims that no manager settled', async ({
    db,
  }) => {
    const { ctx, csm } = await makeThree(db)
    const measured = { observed: 1, expected: 3.2, factor: 0.694444, computedAt: ctx.now }
    await db.insert(calibrations).values({ personId: csm.id, ...measured })
    await refreshScores(ctx, {})
    expect(await adjustments(db)).toEqual([0.694444, 0.694444, 0.694444])
    await expectComplete(ctx)
    await db.delete(calibrations)
    await refreshScores(ctx, {})
    expect(await adjustments(db)).toEqual([1, 1, 1])
    await expectComplete(ctx)
  })
})
