import { randomUUID } from 'node:crypto'

import { desc, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { getScoreHistory } from '#app/domain/backlog/history.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { checkScores, checkScoresAtNight } from '#app/domain/scoring/check/check-scores.server.ts'
import { findLastCheck } from '#app/domain/scoring/check/find-last-check.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import type { Executor } from '#db/client.ts'
import { events } from '#db/schema/organisation.ts'
import { exposureScores, itemScores, scoreParts } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

/** Three items; two accounts ask for the first, one for the second, nobody for the third. */
async function makeScores(db: Executor) {
  const { as, csm, lineId } = await makeCompany(db)
  const itemIds: number[] = []
  for (const title of ['SSO', 'SCIM', 'Theme']) {
    itemIds.push(await makeItem(db, { productLineId: lineId, title }))
  }
  const [sso = 0, scim = 0, theme = 0] = itemIds
  for (const asked of [[sso, scim], [sso]]) {
    const accountId = await makeAccount(db, { healthScore: 50 })
    await makeContract(db, { accountId })
    for (const sameAs of asked) {
      const input = submission({ accountId, productLineId: lineId, sameAs, importance: 'critical' })
      await submitRequest(as(csm), { ...input, submissionKey: randomUUID() })
    }
  }
  await refreshScores(as(csm), 'all')
  await turnDay({ db, now: NOW })
  return { ctx: { db, now: NOW }, sso, scim, theme }
}

const scoreOf = async (db: Executor, itemId: number) =>
  (await db.select().from(itemScores).where(eq(itemScores.itemId, itemId)))[0]

const checksIn = (db: Executor) =>
  db.select().from(events).where(eq(events.name, 'scores.checked')).orderBy(desc(events.id))

describe('checkScores', () => {
  test('finds nothing where nothing is wrong, and leaves the scores as they were', async ({
    db,
  }) => {
    const { ctx, sso } = await makeScores(db)
    const before = await scoreOf(db, sso)
    const nothing = {
      scored: 3,
      reconciled: true,
      items: [],
      differing: 0,
      exposures: 0,
      largest: 0,
    }
    expect(await checkScores(ctx)).toEqual(nothing)
    expect(await scoreOf(db, sso)).toEqual(before)
    expect(await findLastCheck(ctx)).toEqual({ at: NOW, check: nothing })
  })

  test('puts a score right that was tampered with, and reports it by nobody', async ({ db }) => {
    const { ctx, sso } = await makeScores(db)
    const before = await scoreOf(db, sso)
    await db
      .update(itemScores)
      .set({
        score: sql`${itemScores.score} * 1.25`,
        rankScore: sql`${itemScores.rankScore} * 1.25`,
      })
      .where(eq(itemScores.itemId, sso))
    await turnDay(ctx)
    expect((await getScoreHistory(ctx, sso)).at(-1)?.score).toBeCloseTo((before?.score ?? 0) * 1.25)

    const check = await checkScores(ctx)
    expect(check).toMatchObject({ reconciled: true, items: [sso], differing: 1, exposures: 0 })
    // A quarter too much is a fifth of what stood there.
    expect(check.largest).toBeCloseTo(0.2, 12)
    expect(await scoreOf(db, sso)).toEqual(before)
    expect((await getScoreHistory(ctx, sso)).at(-1)?.score).toBeCloseTo(before?.score ?? 0, 9)
    const [event, ...others] = await checksIn(db)
    expect(others).toEqual([])
    expect(event).toMatchObject({ actorId: null, data: { items: [`ITEM-${sso}`], differing: 1 } })
    // The next one finds nothing.
    expect(await checkScores(ctx)).toMatchObject({ differing: 0, exposures: 0 })
  })

  test('hears that the sums do not agree, and of rows that are gone', async ({ db }) => {
    const { ctx, scim } = await makeScores(db)
    await db.delete(scoreParts).where(eq(scoreParts.itemId, scim))
    const check = await checkScores(ctx)
    expect(check).toMatchObject({ reconciled: false, items: [scim], differing: 1, largest: 1 })
    const parts = await db.select().from(scoreParts).where(eq(scoreParts.itemId, scim))
    expect(parts).toHaveLength(1)
  })

  test('looks at contracts that nobody asks about', async ({ db }) => {
    const { ctx } = await makeScores(db)
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    // Written past the app, so it was never scored.
    expect(await checkScores(ctx)).toMatchObject({ differing: 0, exposures: 1, largest: 1 })
    expect(await db.$count(exposureScores)).toBe(3)
  })

  test('holds what moved by the clock against nothing', async ({ db }) => {
    const { ctx } = await makeScores(db)
    const later = { ...ctx, now: new Date('2026-03-01T09:00:00Z') }
    expect(await checkScores(later)).toMatchObject({ differing: 0, exposures: 0, reconciled: true })
  })
})

describe('checkScoresAtNight', () => {
  test('runs once a day of the organisation, from two o’clock on', async ({ db }) => {
    await makeScores(db)
    // Berlin is an hour ahead of UTC.
    const at = (time: string) => checkScoresAtNight({ db, now: new Date(time) })
    expect(await at('2026-01-16T00:59:00Z')).toBeNull()
    expect(await at('2026-01-16T01:05:00Z')).not.toBeNull()
    expect(await at('2026-01-16T02:05:00Z')).toBeNull()
    expect(await at('2026-01-16T23:05:00Z')).toBeNull()
    expect(await at('2026-01-17T01:05:00Z')).not.toBeNull()
    expect(await checksIn(db)).toHaveLength(2)
  })

  test('runs in one of several servers', async ({ committedDb: db }) => {
    await makeScores(db)
    const now = new Date('2026-01-16T01:05:00Z')
    const checks = await Promise.all([1, 2, 3].map(() => checkScoresAtNight({ db, now })))
    expect(checks.filter((check) => check !== null)).toHaveLength(1)
    expect(await checksIn(db)).toHaveLength(1)
  })
})
