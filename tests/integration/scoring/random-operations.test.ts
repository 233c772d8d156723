import { asc } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getReceipt } from '#app/domain/backlog/get-receipt.server.ts'
import { getBacklogTotals } from '#app/domain/backlog/totals.server.ts'
import { DomainError } from '#app/domain/errors.ts'
import { loadMoment } from '#app/domain/scoring/load-moment.server.ts'
import { findLastMoment } from '#app/domain/scoring/moments.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { replay } from '#app/domain/scoring/replay.ts'
import { randomOf } from '#app/lib/random.ts'
import type { Executor } from '#db/client.ts'
import { exposureScores, itemScores, scoreExclusions, scoreParts } from '#db/schema/scores.ts'
import { NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { makeField, OPERATIONS, type Field } from './operations.ts'

/** Every stored score, in one order. */
async function stored(db: Executor) {
  return {
    items: await db.select().from(itemScores).orderBy(asc(itemScores.itemId)),
    parts: await db
      .select()
      .from(scoreParts)
      .orderBy(asc(scoreParts.itemId), asc(scoreParts.exposure)),
    exposures: await db.select().from(exposureScores).orderBy(asc(exposureScores.exposure)),
    exclusions: await db
      .select()
      .from(scoreExclusions)
      .orderBy(asc(scoreExclusions.exposure), asc(scoreExclusions.requestId)),
  }
}

class Back extends Error {}

/** What everything scored from scratch comes to; what is stored stays. */
async function fromScratch(db: Executor) {
  let found: Awaited<ReturnType<typeof stored>> | undefined
  await db
    .transaction(async (tx) => {
      await refreshScores({ db: tx, now: NOW }, 'all')
      found = await stored(tx)
      throw new Back()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Back)) throw error
    })
  return found
}

/** The same shape and words, and numbers within 1e-9 of each other. */
function expectSame(actual: unknown, wanted: unknown, path: string): void {
  if (typeof actual === 'number' && typeof wanted === 'number') {
    const slack = 1e-9 * Math.max(Math.abs(actual), Math.abs(wanted))
    if (!(Math.abs(actual - wanted) <= slack)) expect(actual, path).toBe(wanted)
  } else if (typeof wanted === 'object' && wanted !== null && !(wanted instanceof Date)) {
    expect(Object.keys(Object(actual)), path).toEqual(Object.keys(wanted))
    const found = new Map(Object.entries(Object(actual)))
    for (const [key, value] of Object.entries(wanted)) {
      expectSame(found.get(key), value, `${path}.${key}`)
    }
  } else expect(actual, path).toEqual(wanted)
}

/** Stored scores are those from scratch (P19), and both directions add up to the same money, to the cent. */
async function expectSound(db: Executor, after: string): Promise<void> {
  const now = await stored(db)
  expectSame(now, await fromScratch(db), after)
  await expectReplayed(db, now, after)
  const filters = parseBacklogFilters(new URLSearchParams())
  const totals = await getBacklogTotals({ db }, { filters, lineId: null, today: '2026-01-15' })
  const { shown, others, baseline, residual, total } = totals
  expect(totals.reconciles, after).toBe(true)
  const pieces = shown.arrAtRisk + others.arrAtRisk + baseline + residual
  expect(Math.abs(pieces - total), after).toBeLessThan(0.005)
  for (const { itemId, value } of now.items) {
    const found = await getReceipt({ db, now: NOW }, itemId)
    const lines = found?.receipt.lines ?? []
    expect(
      lines.reduce((sum, { shown }) => sum + shown, 0),
      after,
    ).toBe(Math.round(value))
  }
}

/** What was kept of the last moment scores to the same again. */
async function expectReplayed(
  db: Executor,
  { items, exposures }: Awaited<ReturnType<typeof stored>>,
  after: string,
): Promise<void> {
  const last = await findLastMoment({ db })
  const { result } = replay(await loadMoment({ db }, last?.id ?? 0))
  const figures = ({
    score,
    value,
    arrAtRisk,
  }: {
    score: number
    value: number
    arrAtRisk: number
  }) => [score, value, arrAtRisk]
  expectSame(
    Object.fromEntries(result.items.map((item) => [item.id, figures(item)])),
    Object.fromEntries(items.map((item) => [item.itemId, figures(item)])),
    `${after}, replayed`,
  )
  const ids = exposures.map(({ exposure }) => exposure)
  expect(result.exposures.map(({ id }) => id).sort(), after).toEqual(ids.sort())
}

/** Runs one operation; false when it was refused, as people are. */
async function attempt(field: Field, name: string, seed: string): Promise<boolean> {
  try {
    await OPERATIONS[name]?.(field, randomOf(seed))
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw new Error(`${name} (${seed})`, { cause: error })
  }
}

const STEPS = 70
const NAMES = Object.keys(OPERATIONS)
/** Customers ask more often than anything else happens. */
const OFTEN = [...NAMES, ...Array.from({ length: 8 }, () => 'ask')]

describe('scores follow whatever is done', () => {
  test.for(['anise', 'basil', 'caper', 'dill'])('one after the other: %s', async (seed, { db }) => {
    const field = await makeField(db)
    const random = randomOf(seed)
    const log: string[] = []
    for (let step = 0; step < STEPS; step += 1) {
      const name = step < 6 ? 'ask' : random.pick(OFTEN)
      if (!(await attempt(field, name, `${seed} ${step}`))) continue
      log.push(name)
      if (log.length % 3 === 0)
        await expectSound(db, `${seed} ${step}: ${log.slice(-3).join(', ')}`)
    }
    await expectSound(db, `${seed}, at the end`)
  })

  test('each of it at least once', async ({ db }) => {
    const field = await makeField(db)
    const random = randomOf('every')
    const missing = new Set(NAMES)
    for (let step = 0; step < 300 && missing.size > 0; step += 1) {
      const name = random.pick(random.chance(0.5) ? [...missing] : OFTEN)
      if (await attempt(field, name, `every ${step}`)) missing.delete(name)
    }
    expect([...missing]).toEqual([])
    await expectSound(db, 'everything')
  })

  test.for(['fennel', 'ginger', 'hyssop'])('all at once: %s', async (seed, { committedDb: db }) => {
    const field = await makeField(db)
    const random = randomOf(seed)
    for (let i = 0; i < 10; i += 1) await attempt(field, 'ask', `${seed} ${i}`)
    for (let round = 0; round < 3; round += 1) {
      const names = Array.from({ length: 16 }, () => random.pick(OFTEN))
      await Promise.all(names.map((name, i) => attempt(field, name, `${seed} ${round} ${i}`)))
      await expectSound(db, `${seed} ${round}: ${names.join(', ')}`)
    }
  })
})
