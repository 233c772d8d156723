import { describe, expect } from 'vitest'

import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import { fetchContract } from '#app/domain/accounts/contract-records.server.ts'
import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import {
  editContract,
  endContract,
  reopenContract,
} from '#app/domain/accounts/edit-contract.server.ts'

import { test } from '#tests/support/db.ts'

import {
  accountInput,
  contractInput,
  eventsOf,
  giveContract,
  historyOf,
  makeWorld,
  strangers,
} from './world.ts'

describe('addContract', () => {
  test('stores the terms, one event and one line of history', async ({ db }) => {
    const { ctx, csm, lineId, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId, {
      name: 'Master agreement',
      amount: { minor: 4_500_000_00, currency: 'TRY' },
      startsOn: '2025-05-15',
      productLineId: lineId,
      autoRenew: true,
    })
    expect(await fetchContract(ctx, contractId)).toMatchObject({
      accountId,
      name: 'Master agreement',
      amount: { minor: 4_500_000_00, currency: 'TRY' },
      period: 'year',
      startsOn: '2025-05-15',
      renewsOn: '2026-05-15',
      evergreen: false,
      noticeDays: 60,
      autoRenew: true,
      productLineId: lineId,
      covers: [],
      endedOn: null,
      version: 1,
    })
    expect(await eventsOf(ctx, 'contract', contractId)).toEqual(['contract.added'])
    const history = await historyOf(ctx, 'contract', contractId)
    expect(history.map(([field, before, , by, version]) => [field, before, by, version])).toEqual([
      ['created', null, csm.id, 1],
    ])
  })

  test('is refused on accounts of others', async ({ db }) => {
    const world = await makeWorld(db)
    for (const [who, actor] of strangers(world)) {
      await expect(giveContract(world.as(actor), world.othersId), who).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  test('asks again about more than a billion base units a year', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const add = (values: Parameters<typeof contractInput>[0]) =>
      addContract(ctx, { accountId, ...contractInput(values) })
    // 60 billion TRY × 0.02 = 1.2 billion EUR
    const amount = { minor: 60_000_000_000_00, currency: 'TRY' }
    await expect(add({ amount })).rejects.toMatchObject({
      code: 'invalid',
      fields: { confirmLarge: [expect.any(String)] },
      message:
        'TRY 60,000,000,000 a year (€1,200,000,000) is out of the ordinary. Tick the box if it is right.'.replace(
          'TRY ',
          'TRY\u00a0',
        ),
    })
    await add({ amount, confirmLarge: true })
    // 50 billion TRY × 0.02 is exactly a billion
    await add({ amount: { minor: 50_000_000_000_00, currency: 'TRY' } })
  })

  test('covers children of its holder only', async ({ db }) => {
    const { ctx, csm, accountId, othersId } = await makeWorld(db)
    const { accountId: child } = await createAccount(
      ctx,
      accountInput({ name: 'Anadolu İzmir', parentId: accountId, ownerId: csm.id }),
    )
    await expect(giveContract(ctx, accountId, { covers: [othersId] })).rejects.toMatchObject({
      code: 'invalid',
      fields: { covers: [expect.any(String)] },
    })
    const contractId = await giveContract(ctx, accountId, { covers: [child, child] })
    expect(await fetchContract(ctx, contractId)).toMatchObject({ covers: [child] })
  })

  test('knows no product line that does not exist', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await expect(giveContract(ctx, accountId, { productLineId: 999 })).rejects.toMatchObject({
      code: 'invalid',
      fields: { productLineId: [expect.any(String)] },
    })
  })
})

describe('editContract', () => {
  test('writes what changed, with history and one event', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    const { accountId: child } = await createAccount(
      ctx,
      accountInput({ name: 'Anadolu İzmir', parentId: accountId, ownerId: csm.id }),
    )
    const contractId = await giveContract(ctx, accountId)
    await editContract(ctx, {
      ...contractInput({ amount: { minor: 20_000_00, currency: 'EUR' }, period: 'month' }),
      covers: [child],
      contractId,
      version: 1,
    })
    expect((await historyOf(ctx, 'contract', contractId)).slice(1)).toEqual([
      [
        'amount',
        { minor: 240_000_00, currency: 'EUR' },
        { minor: 20_000_00, currency: 'EUR' },
        csm.id,
        2,
      ],
      ['period', 'year', 'month', csm.id, 2],
      ['covers', [], [child], csm.id, 2],
    ])
    expect(await eventsOf(ctx, 'contract', contractId)).toEqual([
      'contract.added',
      'contract.edited',
    ])
    await editContract(ctx, { ...contractInput(), contractId, version: 2 })
    expect(await fetchContract(ctx, contractId)).toMatchObject({ covers: [], version: 3 })
  })

  test('does not ask again about a large amount that stays', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    const amount = { minor: 2_000_000_000_00, currency: 'EUR' }
    const contractId = await giveContract(ctx, accountId, { amount, confirmLarge: true })
    await editContract(ctx, {
      ...contractInput({ amount, renewsOn: '2026-06-15' }),
      contractId,
      version: 1,
    })
    const larger = { minor: 3_000_000_000_00, currency: 'EUR' }
    await expect(
      editContract(ctx, { ...contractInput({ amount: larger }), contractId, version: 2 }),
    ).rejects.toMatchObject({ fields: { confirmLarge: [expect.any(String)] } })
  })

  test('is refused to strangers, and tells the loser of a race', async ({ db }) => {
    const world = await makeWorld(db)
    const { as, ctx, csm, manager, accountId, othersId } = world
    const foreign = await giveContract(as(manager), othersId)
    for (const [who, actor] of strangers(world)) {
      await expect(
        editContract(as(actor), { ...contractInput(), contractId: foreign, version: 1 }),
        who,
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    const contractId = await giveContract(ctx, accountId)
    await editContract(as(manager), {
      ...contractInput({ amount: { minor: 250_000_50, currency: 'EUR' } }),
      contractId,
      version: 1,
    })
    await expect(
      editContract(as(csm), { ...contractInput({ name: 'X' }), contractId, version: 1 }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(
        'Ayşe Kaya changed this since you opened it: amount from €240,000 to €250,000.50.',
      ),
    })
  })

  test('two edits at once: one wins', async ({ committedDb }) => {
    const { ctx, as, manager, accountId } = await makeWorld(committedDb)
    const contractId = await giveContract(ctx, accountId)
    const edit = (name: string, by = ctx) =>
      editContract(by, { ...contractInput({ name }), contractId, version: 1 })
    const outcomes = await Promise.allSettled([edit('A'), edit('B', as(manager))])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await fetchContract(ctx, contractId)).toMatchObject({ version: 2 })
  })
})

describe('endContract and reopenContract', () => {
  test('end a contract on a day and take that back', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    await endContract(ctx, { contractId, version: 1, endedOn: '2026-01-15' })
    await reopenContract(ctx, { contractId, version: 2 })
    expect((await historyOf(ctx, 'contract', contractId)).slice(1)).toEqual([
      ['endedOn', null, '2026-01-15', csm.id, 2],
      ['endedOn', '2026-01-15', null, csm.id, 3],
    ])
    expect(await eventsOf(ctx, 'contract', contractId)).toEqual([
      'contract.added',
      'contract.ended',
      'contract.reopened',
    ])
  })

  test('refuse an end before the start, strangers and an old version', async ({ db }) => {
    const { as, ctx, pm, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId, { startsOn: '2025-05-15' })
    const end = (endedOn: string, by = ctx, version = 1) =>
      endContract(by, { contractId, version, endedOn })
    await expect(end('2025-05-14')).rejects.toMatchObject({
      code: 'invalid',
      fields: { endedOn: [expect.any(String)] },
    })
    await expect(end('2026-01-15', as(pm))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(end('2026-01-15', ctx, 4)).rejects.toMatchObject({ code: 'conflict' })
    await expect(reopenContract(as(pm), { contractId, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
