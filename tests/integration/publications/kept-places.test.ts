import { describe, expect } from 'vitest'

import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import { composePublication } from '#app/domain/publications/compose.server.ts'
import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { publishBacklog } from '#app/domain/publications/publish-backlog.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { turnDay } from '#app/domain/scoring/turn-day.server.ts'
import type { Executor } from '#db/client.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const on = (day: string) => new Date(`${day}T12:00:00Z`)

/**
 * Two items whose order the calendar turns: the customer of the first decides on 1 April, so that from March on it comes
 * too late; the customer of the second decides a year later. Nobody estimated either, so no order of the two is 80 % sure.
 */
async function makeRivals(db: Executor) {
  const { as, csm, pm, lineId } = await makeCompany(db)
  const lead = await makePerson(db, { role: 'manager', team: 'product' })
  const ask = async (title: string, amountMinor: number, renewsOn: string) => {
    const accountId = await makeAccount(db, { healthScore: 50 })
    const contractId = await makeContract(db, { accountId, amountMinor, renewsOn })
    const itemId = await makeItem(db, { productLineId: lineId, title })
    const input = submission({ accountId, productLineId: lineId, sameAs: itemId })
    await submitRequest(as(csm, on('2026-01-15')), input)
    return { itemId, contractId }
  }
  const { itemId: soon } = await ask('Soon', 120_000_00, '2026-05-31')
  const { itemId: later } = await ask('Later', 80_000_00, '2027-02-28')
  const publish = async (day: string, expectedNumber: number, newCycle = false) => {
    const ctx = as(lead, on(day))
    await turnDay(ctx)
    const id = await publishBacklog(ctx, {
      ...{ productLineId: lineId, expectedNumber, title: 'T', note: '', newCycle },
    })
    return (await getPublication(ctx, id)).view
  }
  return { as, csm, lead, pm, lineId, soon, later, ask, publish }
}

const places = ({ items }: { items: { itemId: number; rank: number | null; kept: boolean }[] }) =>
  items.map(({ itemId, rank, kept }) => [itemId, rank, kept])

describe('a published item', () => {
  test('keeps its place while only the calendar moves, and says so', async ({ db }) => {
    const { publish, as, lead, lineId, soon, later } = await makeRivals(db)
    expect(places(await publish('2026-01-15', 1))).toEqual([
      [soon, 1, false],
      [later, 2, false],
    ])
    const second = await publish('2026-03-20', 2)
    expect(places(second)).toEqual([
      [soon, 1, true],
      [later, 2, true],
    ])
    expect(second.items.map(({ scoredRank }) => scoredRank)).toEqual([2, 1])
    expect(second.changes).toEqual([])
    // The screen that asks whether to publish shows the same.
    const { content } = await composePublication(as(lead, on('2026-03-20')), lineId)
    expect(places(content)).toEqual(places(second))
  })

  test('goes where its score says in a new planning cycle', async ({ db }) => {
    const { publish, soon, later } = await makeRivals(db)
    await publish('2026-01-15', 1)
    const second = await publish('2026-03-20', 2, true)
    expect(places(second)).toEqual([
      [later, 1, false],
      [soon, 2, false],
    ])
    expect(second.newCycle).toBe(true)
  })

  test('goes there when something that it is scored by changed', async ({ db }) => {
    const { publish, as, pm, soon, later } = await makeRivals(db)
    await publish('2026-01-15', 1)
    const cost = { costLow: 2, costLikely: 3, costHigh: 5 }
    await estimateCost(as(pm, on('2026-03-20')), { itemId: later, version: 1, ...cost })
    expect(places(await publish('2026-03-20', 2))).toEqual([
      [later, 1, false],
      [soon, 2, false],
    ])
  })

  test('goes there when the claims of its CSM are worth another than before', async ({ db }) => {
    const { publish, ask, as, csm, soon, later } = await makeRivals(db)
    // Decided on 11 April, so that a prediction is frozen on 15 January.
    const lost = await ask('Lost', 10_000_00, '2026-06-10')
    await publish('2026-01-15', 1)
    await recordOutcome(as({ ...csm, role: 'manager' }, on('2026-03-01')), {
      ...{ contractId: lost.contractId, version: 1, outcome: 'churned', decidedOn: '2026-03-01' },
      ...{ amountAfter: { minor: 0, currency: 'EUR' }, nextRenewalOn: null, note: '' },
      ...{ reason: 'product_gap', itemId: lost.itemId, confirmLarge: false },
    })
    expect(places(await publish('2026-03-20', 2)).slice(0, 2)).toEqual([
      [later, 1, false],
      [soon, 2, false],
    ])
  })
})
