import { describe, expect } from 'vitest'

import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { fetchContract } from '#app/domain/accounts/contract-records.server.ts'
import { closeOpportunity, editOpportunity } from '#app/domain/accounts/edit-opportunity.server.ts'
import {
  countUnmatchedDeals,
  listUnmatchedDeals,
} from '#app/domain/accounts/list-unmatched-deals.server.ts'
import { fetchOpportunity } from '#app/domain/accounts/opportunity-records.server.ts'
import type { OpportunityInput } from '#app/domain/accounts/opportunity-schemas.ts'
import type { Context } from '#app/domain/context.ts'

import { test } from '#tests/support/db.ts'

import {
  eventsOf,
  giveContract,
  historyOf,
  makeWorld,
  opportunityInput,
  strangers,
} from './world.ts'

function add(ctx: Context, accountId: number, values: Partial<OpportunityInput> = {}) {
  return addOpportunity(ctx, { accountId, ...opportunityInput(values) })
}

const RENEWAL = { kind: 'renewal', closesOn: '2026-06-01', probability: 70 } as const

describe('addOpportunity', () => {
  test('stores it, one event and one line of history', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const { opportunityId, contractId } = await add(ctx, accountId)
    expect(contractId).toBeNull()
    expect(await fetchOpportunity(ctx, opportunityId)).toMatchObject({
      accountId,
      kind: 'expansion',
      amount: { minor: 18_000_00, currency: 'EUR' },
      probability: 40,
      closesOn: '2026-04-01',
      state: 'open',
    })
    expect(await eventsOf(ctx, 'opportunity', opportunityId)).toEqual(['opportunity.added'])
    expect(await historyOf(ctx, 'opportunity', opportunityId)).toHaveLength(1)
  })

  test('may leave the amount out', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const { opportunityId } = await add(ctx, accountId, { amount: null })
    expect(await fetchOpportunity(ctx, opportunityId)).toMatchObject({ amount: null })
  })

  test('asks again about an amount out of the ordinary, and refuses strangers', async ({ db }) => {
    const world = await makeWorld(db)
    const amount = { minor: 1_000_000_000_01, currency: 'EUR' }
    await expect(add(world.ctx, world.accountId, { amount })).rejects.toMatchObject({
      fields: { confirmLarge: [expect.any(String)] },
    })
    await add(world.ctx, world.accountId, { amount, confirmLarge: true })
    for (const [who, actor] of strangers(world)) {
      await expect(add(world.as(actor), world.othersId), who).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })
})

describe('a renewal deal', () => {
  test('brings date and forecast to the contract it speaks of, with history there', async ({
    db,
  }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const deal = await add(ctx, accountId, RENEWAL)
    expect(deal.contractId).toBe(contractId)
    expect(await fetchContract(ctx, contractId)).toMatchObject({
      renewsOn: '2026-06-01',
      forecast: 70,
      version: 2,
    })
    expect((await historyOf(ctx, 'contract', contractId)).slice(1)).toEqual([
      ['renewsOn', '2026-05-15', '2026-06-01', csm.id, 2],
      ['forecast', null, 70, csm.id, 2],
    ])
    expect(await eventsOf(ctx, 'contract', contractId)).toEqual(['contract.added'])
  })

  test('stays unmatched without a contract near its date, until one appears', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await giveContract(ctx, accountId, { renewsOn: '2027-01-01' })
    const { opportunityId, contractId } = await add(ctx, accountId, RENEWAL)
    expect(contractId).toBeNull()
    expect(await listUnmatchedDeals(ctx)).toMatchObject([{ id: opportunityId }])
    expect(await countUnmatchedDeals(ctx)).toBe(1)
    const later = await giveContract(ctx, accountId, { renewsOn: '2026-05-01' })
    expect(await fetchOpportunity(ctx, opportunityId)).toMatchObject({ contractId: later })
    expect(await fetchContract(ctx, later)).toMatchObject({ renewsOn: '2026-06-01', forecast: 70 })
    expect(await listUnmatchedDeals(ctx)).toEqual([])
  })

  test('is certain once it is won or lost, and lets go when it becomes something else', async ({
    db,
  }) => {
    const { ctx, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const { opportunityId } = await add(ctx, accountId, RENEWAL)
    const forecast = async () => (await fetchContract(ctx, contractId)).forecast
    const version = async () => (await fetchOpportunity(ctx, opportunityId)).version
    await closeOpportunity(ctx, { opportunityId, version: await version(), state: 'won' })
    expect(await forecast()).toBe(100)
    await closeOpportunity(ctx, { opportunityId, version: await version(), state: 'lost' })
    expect(await forecast()).toBe(0)
    await editOpportunity(ctx, {
      ...opportunityInput({ kind: 'expansion' }),
      opportunityId,
      version: await version(),
    })
    expect(await fetchOpportunity(ctx, opportunityId)).toMatchObject({ contractId: null })
  })
})

describe('editOpportunity and closeOpportunity', () => {
  test('write what changed, with history and one event each', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    const { opportunityId } = await add(ctx, accountId)
    await editOpportunity(ctx, {
      ...opportunityInput({ probability: 60, amount: null }),
      opportunityId,
      version: 1,
    })
    await closeOpportunity(ctx, { opportunityId, version: 2, state: 'won' })
    await closeOpportunity(ctx, { opportunityId, version: 3, state: 'open' })
    expect((await historyOf(ctx, 'opportunity', opportunityId)).slice(1)).toEqual([
      ['amount', { minor: 18_000_00, currency: 'EUR' }, null, csm.id, 2],
      ['probability', 40, 60, csm.id, 2],
      ['state', 'open', 'won', csm.id, 3],
      ['state', 'won', 'open', csm.id, 4],
    ])
    expect(await eventsOf(ctx, 'opportunity', opportunityId)).toEqual([
      'opportunity.added',
      'opportunity.edited',
      'opportunity.won',
      'opportunity.reopened',
    ])
  })

  test('refuse strangers and the loser of a race', async ({ db }) => {
    const { as, ctx, pm, manager, accountId } = await makeWorld(db)
    const { opportunityId } = await add(ctx, accountId)
    const edit = (by: Context, version: number) =>
      editOpportunity(by, { ...opportunityInput({ name: 'Third site' }), opportunityId, version })
    await expect(edit(as(pm), 1)).rejects.toMatchObject({ code: 'forbidden' })
    await edit(as(manager), 1)
    await expect(edit(ctx, 1)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('name from Two more depots to Third site'),
    })
    await expect(
      closeOpportunity(as(pm), { opportunityId, version: 2, state: 'won' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      closeOpportunity(ctx, { opportunityId, version: 1, state: 'won' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})
