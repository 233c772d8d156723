import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { archiveAccount, restoreAccount } from '#app/domain/accounts/archive-account.server.ts'
import { resolveAccount } from '#app/domain/accounts/check-references.server.ts'
import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import { editAccount } from '#app/domain/accounts/edit-account.server.ts'
import { editAttributes } from '#app/domain/accounts/edit-attributes.server.ts'
import {
  addExternalId,
  listExternalIds,
  removeExternalId,
} from '#app/domain/accounts/external-ids.server.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import { setStrategicWeight } from '#app/domain/accounts/set-strategic-weight.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts } from '#db/schema/accounts.ts'

import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { accountInput, eventsOf, giveContract, historyOf, makeWorld, strangers } from './world.ts'

async function stored(db: Executor, id: number) {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id))
  return row
}

describe('createAccount', () => {
  test('stores the account, its folded name, one event and one line of history', async ({ db }) => {
    const { ctx, csm } = await makeWorld(db)
    const { accountId } = await createAccount(
      ctx,
      accountInput({ name: 'İZMİR Işık AŞ', ownerId: csm.id, employees: 340, region: 'Türkiye' }),
    )
    expect(await stored(db, accountId)).toMatchObject({
      name: 'İZMİR Işık AŞ',
      nameFold: 'izmir isik as',
      ownerId: csm.id,
      employees: 340,
      region: 'Türkiye',
      version: 1,
    })
    expect(await eventsOf(ctx, 'account', accountId)).toEqual(['account.created'])
    const [[field, before, after, by] = []] = await historyOf(ctx, 'account', accountId)
    expect([field, before, by]).toEqual(['created', null, csm.id])
    expect(after).toMatchObject({ name: 'İZMİR Işık AŞ', employees: 340, archived: false })
  })

  test('is refused to those who do not contribute to CS', async ({ db }) => {
    const { as, pm, viewer, outsider } = await makeWorld(db)
    for (const actor of [pm, viewer, outsider]) {
      await expect(createAccount(as(actor), accountInput())).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  test('takes an owner of CS only, who is active and does more than read', async ({ db }) => {
    const { ctx, pm, viewer } = await makeWorld(db)
    const gone = await makePerson(db, { deactivatedAt: ctx.now })
    for (const ownerId of [pm.id, viewer.id, gone.id, 999_999]) {
      await expect(createAccount(ctx, accountInput({ ownerId }))).rejects.toMatchObject({
        code: 'invalid',
        fields: { ownerId: [expect.any(String)] },
      })
    }
  })
})

describe('editAccount', () => {
  test('writes what changed, with history, one event and the next version', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    const input = accountInput({ name: 'Anadolu Kargo', ownerId: csm.id, segment: 'Enterprise' })
    await editAccount(ctx, { ...input, accountId, version: 1 })
    expect(await stored(db, accountId)).toMatchObject({
      name: 'Anadolu Kargo',
      nameFold: 'anadolu kargo',
      segment: 'Enterprise',
      version: 2,
    })
    expect((await historyOf(ctx, 'account', accountId)).slice(1)).toEqual([
      ['name', 'Anadolu Lojistik', 'Anadolu Kargo', csm.id, 2],
      ['segment', null, 'Enterprise', csm.id, 2],
    ])
    expect(await eventsOf(ctx, 'account', accountId)).toEqual(['account.created', 'account.edited'])
  })

  test('writes nothing when nothing changed', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    await editAccount(ctx, { ...accountInput({ ownerId: csm.id }), accountId, version: 1 })
    expect(await stored(db, accountId)).toMatchObject({ version: 1 })
    expect(await eventsOf(ctx, 'account', accountId)).toEqual(['account.created'])
  })

  test('tells the loser of a race what the other person changed', async ({ db }) => {
    const { as, ctx, csm, manager, accountId } = await makeWorld(db)
    const input = accountInput({ ownerId: csm.id })
    await editAccount(as(manager), { ...input, segment: 'Mid-market', accountId, version: 1 })
    await setHealth(as(manager), {
      accountId,
      version: 2,
      healthScore: null,
      healthColour: 'red',
    })
    await expect(
      editAccount(ctx, { ...input, plan: 'Gold', accountId, version: 1 }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Ayşe Kaya changed this since you opened it: segment from nothing to Mid-market; health colour from nothing to red. What you entered is still here; save again to put it in place of theirs.',
    })
    expect(await stored(db, accountId)).toMatchObject({ plan: null, version: 3 })
  })

  test("is open to the owner, managers of CS and admins, on others' accounts to nobody else", async ({
    db,
  }) => {
    const world = await makeWorld(db)
    const { as, otherCsm, manager, admin, othersId } = world
    const input = accountInput({ name: 'Bosphorus', ownerId: otherCsm.id })
    for (const [who, actor] of strangers(world)) {
      await expect(
        editAccount(as(actor), { ...input, accountId: othersId, version: 1 }),
        who,
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    for (const [version, actor] of [otherCsm, manager, admin].entries()) {
      const name = `Bosphorus ${version}`
      await editAccount(as(actor), { ...input, name, accountId: othersId, version: version + 1 })
    }
    expect(await stored(db, othersId)).toMatchObject({ name: 'Bosphorus 2', version: 4 })
  })

  test('keeps an owner who has left, and takes no new one of that kind', async ({ db }) => {
    const { as, manager, accountId, othersId } = await makeWorld(db)
    const gone = await makePerson(db, { deactivatedAt: new Date('2026-01-01T00:00:00Z') })
    await db.update(accounts).set({ ownerId: gone.id }).where(eq(accounts.id, accountId))
    const input = accountInput({ ownerId: gone.id, plan: 'Gold' })
    await editAccount(as(manager), { ...input, accountId, version: 1 })
    await expect(
      editAccount(as(manager), { ...input, accountId: othersId, version: 1 }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { ownerId: [expect.any(String)] } })
  })

  test('refuses a circle of parents, of any length', async ({ db }) => {
    const { as, manager } = await makeWorld(db)
    const ctx = as(manager)
    const { accountId: a } = await createAccount(ctx, accountInput({ name: 'A' }))
    const { accountId: b } = await createAccount(ctx, accountInput({ name: 'B', parentId: a }))
    const { accountId: c } = await createAccount(ctx, accountInput({ name: 'C', parentId: b }))
    for (const parentId of [a, b, c]) {
      await expect(
        editAccount(ctx, { ...accountInput({ name: 'A', parentId }), accountId: a, version: 1 }),
      ).rejects.toMatchObject({ code: 'invalid', fields: { parent: [expect.any(String)] } })
    }
    await editAccount(ctx, {
      ...accountInput({ name: 'C', parentId: a }),
      accountId: c,
      version: 1,
    })
    expect(await stored(db, c)).toMatchObject({ parentId: a })
  })

  test('knows no account that does not exist', async ({ db }) => {
    const { ctx } = await makeWorld(db)
    await expect(
      editAccount(ctx, { ...accountInput(), accountId: 999_999, version: 1 }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('two people edit at once: one wins, the other is told', async ({ committedDb }) => {
  const { as, csm, manager, accountId } = await makeWorld(committedDb)
  const input = accountInput({ ownerId: csm.id })
  const outcomes = await Promise.allSettled([
    editAccount(as(csm), { ...input, plan: 'Gold', accountId, version: 1 }),
    editAccount(as(manager), { ...input, plan: 'Silver', accountId, version: 1 }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict' },
  })
  expect(await stored(committedDb, accountId)).toMatchObject({ version: 2 })
})

test('two changes of parents at once cannot close a circle', async ({ committedDb }) => {
  const { as, manager } = await makeWorld(committedDb)
  const ctx = as(manager)
  const { accountId: a } = await createAccount(ctx, accountInput({ name: 'A' }))
  const { accountId: b } = await createAccount(ctx, accountInput({ name: 'B' }))
  const outcomes = await Promise.allSettled([
    editAccount(ctx, { ...accountInput({ name: 'A', parentId: b }), accountId: a, version: 1 }),
    editAccount(ctx, { ...accountInput({ name: 'B', parentId: a }), accountId: b, version: 1 }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('archiveAccount and restoreAccount', () => {
  test('put an account away and back, each with history and one event', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    await archiveAccount(ctx, { accountId, version: 1 })
    expect(await stored(db, accountId)).toMatchObject({ archivedAt: ctx.now, version: 2 })
    await restoreAccount(ctx, { accountId, version: 2 })
    expect(await stored(db, accountId)).toMatchObject({ archivedAt: null, version: 3 })
    expect((await historyOf(ctx, 'account', accountId)).slice(1)).toEqual([
      ['archived', false, true, csm.id, 2],
      ['archived', true, false, csm.id, 3],
    ])
    expect(await eventsOf(ctx, 'account', accountId)).toEqual([
      'account.created',
      'account.archived',
      'account.restored',
    ])
  })

  test('refuse while a contract is open, a stranger, and an old version', async ({ db }) => {
    const { as, ctx, pm, accountId, othersId } = await makeWorld(db)
    await expect(archiveAccount(as(pm), { accountId, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(archiveAccount(ctx, { accountId: othersId, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(archiveAccount(ctx, { accountId, version: 7 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await giveContract(ctx, accountId)
    await expect(archiveAccount(ctx, { accountId, version: 1 })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('an archived account takes no new contract', async ({ db }) => {
    const { ctx, accountId } = await makeWorld(db)
    await archiveAccount(ctx, { accountId, version: 1 })
    await expect(giveContract(ctx, accountId)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('setHealth', () => {
  test('keeps score and colour with history and one event', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    await setHealth(ctx, { accountId, version: 1, healthScore: 35, healthColour: 'yellow' })
    expect(await stored(db, accountId)).toMatchObject({ healthScore: 35, healthColour: 'yellow' })
    expect((await historyOf(ctx, 'account', accountId)).slice(1)).toEqual([
      ['healthScore', null, 35, csm.id, 2],
      ['healthColour', null, 'yellow', csm.id, 2],
    ])
    expect(await eventsOf(ctx, 'account', accountId)).toEqual([
      'account.created',
      'account.health_set',
    ])
  })

  test('is refused on accounts of others', async ({ db }) => {
    const world = await makeWorld(db)
    for (const [who, actor] of strangers(world)) {
      await expect(
        setHealth(world.as(actor), {
          accountId: world.othersId,
          version: 1,
          healthScore: 1,
          healthColour: null,
        }),
        who,
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('setStrategicWeight', () => {
  const weight = {
    strategicWeight: 1.2,
    strategicReason: 'Reference',
    strategicUntil: '2026-12-31',
  }

  test('is for managers of both teams, with reason and end', async ({ db }) => {
    const { as, manager, productManager, accountId } = await makeWorld(db)
    await setStrategicWeight(as(productManager), { accountId, version: 1, ...weight })
    expect(await stored(db, accountId)).toMatchObject({ ...weight, version: 2 })
    await setStrategicWeight(as(manager), { accountId, version: 2, ...weight, strategicWeight: 1 })
    expect(await stored(db, accountId)).toMatchObject({
      strategicWeight: 1,
      strategicReason: null,
      strategicUntil: null,
    })
    expect(await eventsOf(as(manager), 'account', accountId)).toEqual([
      'account.created',
      'account.weight_set',
      'account.weight_set',
    ])
  })

  test('is refused to everybody else, the owner and the admin included', async ({ db }) => {
    const { as, csm, pm, admin, viewer, accountId } = await makeWorld(db)
    for (const actor of [csm, pm, admin, viewer]) {
      await expect(
        setStrategicWeight(as(actor), { accountId, version: 1, ...weight }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('must end on a day to come', async ({ db }) => {
    const { as, manager, accountId } = await makeWorld(db)
    await expect(
      setStrategicWeight(as(manager), {
        accountId,
        version: 1,
        ...weight,
        strategicUntil: '2026-01-15',
      }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { strategicUntil: [expect.any(String)] } })
  })
})

describe('editAttributes', () => {
  test('sets, keeps and takes away values, each with history', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    await editAttributes(ctx, { accountId, version: 1, attributes: { erp: true, sites: 12 } })
    await editAttributes(ctx, { accountId, version: 2, attributes: { sites: null, tier: 'A' } })
    expect(await stored(db, accountId)).toMatchObject({ attributes: { erp: true, tier: 'A' } })
    expect((await historyOf(ctx, 'account', accountId)).slice(1)).toEqual([
      ['custom:erp', null, true, csm.id, 2],
      ['custom:sites', null, 12, csm.id, 2],
      ['custom:sites', 12, null, csm.id, 3],
      ['custom:tier', null, 'A', csm.id, 3],
    ])
    expect(await eventsOf(ctx, 'account', accountId)).toEqual([
      'account.created',
      'account.attributes_edited',
      'account.attributes_edited',
    ])
  })

  test('is refused to strangers and to the loser of a race', async ({ db }) => {
    const { ctx, accountId, othersId } = await makeWorld(db)
    const attributes = { erp: true }
    await expect(
      editAttributes(ctx, { accountId: othersId, version: 1, attributes }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editAttributes(ctx, { accountId, version: 9, attributes })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('external ids', () => {
  const key = { source: 'salesforce', externalId: '001A' }

  test('are added and removed, with history and one event each', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    await addExternalId(ctx, { accountId, version: 1, ...key })
    expect(await listExternalIds(ctx, accountId)).toEqual([key])
    await removeExternalId(ctx, { accountId, version: 2, ...key })
    expect(await listExternalIds(ctx, accountId)).toEqual([])
    expect((await historyOf(ctx, 'account', accountId)).slice(1)).toEqual([
      ['externalIds', [], ['salesforce 001A'], csm.id, 2],
      ['externalIds', ['salesforce 001A'], [], csm.id, 3],
    ])
    expect(await eventsOf(ctx, 'account', accountId)).toEqual([
      'account.created',
      'account.external_id_added',
      'account.external_id_removed',
    ])
  })

  test('belong to one account, are known before they are removed, and notice a race', async ({
    db,
  }) => {
    const { as, ctx, manager, accountId, othersId } = await makeWorld(db)
    await addExternalId(as(manager), { accountId: othersId, version: 1, ...key })
    await expect(addExternalId(ctx, { accountId, version: 1, ...key })).rejects.toMatchObject({
      code: 'invalid',
      fields: { externalId: [expect.any(String)] },
    })
    await expect(removeExternalId(ctx, { accountId, version: 1, ...key })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(
      addExternalId(ctx, { accountId, version: 5, ...key, externalId: '002' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      addExternalId(ctx, { accountId: othersId, version: 2, ...key, externalId: '002' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('resolveAccount', () => {
  test('finds a name in any case and script of Turkish, and asks when it occurs twice', async ({
    db,
  }) => {
    const { as, manager, accountId } = await makeWorld(db)
    const ctx = as(manager)
    expect(await resolveAccount(ctx, null, 'parent')).toBeNull()
    expect(await resolveAccount(ctx, 'ANADOLU LOJİSTİK', 'parent')).toBe(accountId)
    await expect(resolveAccount(ctx, 'Nobody', 'parent')).rejects.toMatchObject({
      code: 'invalid',
      fields: { parent: [expect.any(String)] },
    })
    const { accountId: twin } = await createAccount(ctx, accountInput())
    await expect(resolveAccount(ctx, 'Anadolu Lojistik', 'parent')).rejects.toMatchObject({
      message: expect.stringContaining(`Anadolu Lojistik #${twin}`),
    })
    expect(await resolveAccount(ctx, `Anadolu Lojistik #${twin}`, 'parent')).toBe(twin)
  })
})
