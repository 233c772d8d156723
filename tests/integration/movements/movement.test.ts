import { describe, expect } from 'vitest'

import { saveModelVersion } from '#app/domain/model/save-model-version.server.ts'
import { withValues } from '#app/domain/model/values.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import type { Context } from '#app/domain/context.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { findSpan } from '#app/domain/movements/find-points.server.ts'
import { getMovement } from '#app/domain/movements/get-movement.server.ts'
import { readSpan } from '#app/domain/movements/points.ts'
import { publishBacklog } from '#app/domain/publications/publish-backlog.server.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import type { Executor } from '#db/client.ts'
import { makeItems } from '#tests/integration/items/world.ts'
import {
  makeAccount,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { test } from '#tests/support/db.ts'

const COST = { costLow: 1, costLikely: 2, costHigh: 4 }

/** 15 January: two items. 20 January: number 1. 25 January: health, a request, a cost. 4 February: now. */
async function makeCourse(db: Executor) {
  const world = await makeItems(db)
  const { as, csm, pm, lineId, itemId, otherId, accounts: known } = world
  const lead = await makePerson(db, { name: 'Maja Lind', role: 'manager', team: 'product' })
  const on = (day: string) => new Date(`${day}T12:00:00Z`)
  await turnDay(as(pm, on('2026-01-15')))
  await turnDay(as(pm, on('2026-01-20')))
  await publishBacklog(as(lead, on('2026-01-20')), {
    ...{ productLineId: lineId, expectedNumber: 1, title: 'First', note: '', newCycle: false },
  })
  const later = on('2026-01-25')
  const health = { accountId: known[0], version: 1, healthScore: 60, healthColour: null }
  await setHealth(as({ ...csm, role: 'manager' }, later), health)
  const accountId = await makeAccount(db, { name: 'Ege Sigorta', healthScore: 40 })
  await makeContract(db, { accountId, amountMinor: 900_000_00 })
  const asked = submission({ accountId, productLineId: lineId, sameAs: itemId })
  const { id: requestId } = await submitRequest(as(csm, later), asked)
  await estimateCost(as(pm, later), { itemId: otherId, version: 1, ...COST })
  await turnDay(as(pm, later))
  const now = on('2026-02-04')
  await turnDay(as(pm, now))
  const explain = async (ctx: Context, id: number, query = '') => {
    const item = await getItem(ctx, id)
    const span = await findSpan(ctx, item.lineId, readSpan(new URLSearchParams(query)))
    if (!span) throw new Error('Nothing was kept')
    return { span, ...(await getMovement(ctx, item, span)) }
  }
  return { ...world, requestId, explain, ctx: as(pm, now), now }
}

describe('getMovement', () => {
  test('tells since the last publication what moved the score, and who did it', async ({ db }) => {
    const { explain, ctx, itemId, requestId } = await makeCourse(db)
    const { span, score, rank, known } = await explain(ctx, itemId)
    expect(span).toMatchObject({
      from: { day: '2026-01-20', publication: 1 },
      to: { day: '2026-02-04', publication: null },
      first: '2026-01-15',
      problem: null,
    })
    expect(known).toBe(true)
    // At its old score the other one, three times cheaper by then, would have passed it.
    expect(rank).toEqual({ from: 1, to: 1, own: -0.5, field: 0.5 })
    const causes = new Map(score?.causes.map((one) => [one.cause, one]))
    expect([...causes.keys()]).toEqual([
      ...['calendar', 'health', 'amounts', 'own_links', 'other_costs'],
    ])
    expect(causes.get('health')?.rows).toMatchObject([
      {
        name: 'Anadolu Lojistik',
        events: [{ clause: 'health from 35 to 60', by: 'Selin Aksoy', subject: null }],
      },
    ])
    expect(causes.get('own_links')?.rows).toMatchObject([
      {
        name: 'Ege Sigorta',
        events: [{ clause: 'asks for it now', href: `/requests/${requestId}`, by: 'Selin Aksoy' }],
      },
    ])
    const total = score?.causes.reduce((sum, { shown }) => sum + shown, 0)
    expect(total).toBe((score?.to ?? 0) - (score?.from ?? 0))
  })

  test('splits the move of a rank: its own estimate lifts it, the others hold it down', async ({
    db,
  }) => {
    const { explain, ctx, otherId } = await makeCourse(db)
    const { rank, score } = await explain(ctx, otherId, 'from=2026-01-15&to=2026-01-25')
    // Third of a likely cost of 3 weeks, but the first item gained an account of 900,000.
    expect(rank).toEqual({ from: 2, to: 2, own: -0.5, field: 0.5 })
    expect(score?.causes.map(({ cause }) => cause)).toContain('own_cost')
  })

  test('leads to the version of the model that moved it', async ({ db }) => {
    const { explain, as, now, itemId } = await makeCourse(db)
    const lead = await makePerson(db, { role: 'manager', team: 'product' })
    const { id: wasVersionId, parameters } = await getModelVersion({ db })
    const versionId = await saveModelVersion(as(lead, now), {
      ...{ wasVersionId, reason: 'Half as sure' },
      parameters: withValues(parameters, { kReq: 0.5 }),
    })
    const { score } = await explain(as(lead, now), itemId)
    expect(score?.causes.find(({ cause }) => cause === 'model')?.rows).toMatchObject([
      { name: `Model version ${versionId}`, href: `/model/versions/${versionId}` },
    ])
  })

  test('takes a day on which nothing was scored for the last one before', async ({ db }) => {
    const { explain, ctx, itemId } = await makeCourse(db)
    const { span } = await explain(ctx, itemId, 'from=2026-01-18&to=2026-01-30')
    expect([span.from.day, span.to.day, span.problem]).toEqual(['2026-01-15', '2026-01-25', null])
  })

  test.for([
    ['from=2025-12-01', { field: 'from', text: 'Reasons are known from 15 Jan 2026 on.' }],
    ['to=2026-03-01', { field: 'to', text: '1 Mar 2026 has not come yet.' }],
    [
      'from=publication-9',
      {
        field: 'from',
        text: 'What number 9 was made of is not known: there is none, or it is older than 15 Jan 2026.',
      },
    ],
    [
      'from=2026-01-25&to=2026-01-15',
      { field: 'to', text: 'This is before the other day. It is told the other way round.' },
    ],
  ] as const)('says of %s what is wrong', async ([query, problem], { db }) => {
    const { explain, ctx, itemId } = await makeCourse(db)
    expect((await explain(ctx, itemId, query)).span.problem).toEqual(problem)
  })

  test('says of an item that is newer that it was not there', async ({ db }) => {
    const { explain, ctx, lineId } = await makeCourse(db)
    const id = await makeItem(db, { productLineId: lineId })
    await estimateCost(ctx, { itemId: id, version: 1, ...COST })
    expect(await explain(ctx, id)).toMatchObject({ known: false, rank: null, score: { from: 0 } })
  })

  test('shows no money to whoever may not see revenue', async ({ db }) => {
    const { explain, as, now, itemId } = await makeCourse(db)
    const reader = await makePerson(db, { team: 'other', role: 'viewer' })
    const { score, rank } = await explain(as(reader, now), itemId)
    expect(score).toBeNull()
    expect(rank).toMatchObject({ from: 1, to: 1 })
  })
})
