import { describe, expect } from 'vitest'

import type { Actor } from '#app/domain/context.ts'
import { giveContract, makeWorld } from '#tests/integration/accounts/world.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const routes = await loadRoutes()

type Params = Record<string, string | number>

/** Calls a route under /accounts as somebody, with the numbers of its address. */
function call(
  name: string,
  kind: 'loader' | 'action',
  actor: Actor,
  params: Params = {},
  fields: Record<string, string> = {},
) {
  const route = routes.find(({ id }) => id === `routes/accounts/${name}`)
  if (!route) throw new Error(`${name} is not on the map`)
  const named = Object.fromEntries(Object.entries(params).map(([key, id]) => [key, String(id)]))
  return callRoute({ ...route, params: named }, kind, signedIn(actor), fields)
}

const ACCOUNT = { name: 'Anadolu Lojistik', lifecycle: 'active' }
const CONTRACT = { amount: '240000', currency: 'EUR', period: 'year' }

describe('/accounts', () => {
  test('sends no amount to who may not read revenue', async ({ db }) => {
    const { ctx, csm, outsider, accountId } = await makeWorld(db)
    await giveContract(ctx, accountId)
    for (const [name, params] of [
      ['list', {}],
      ['lookup', {}],
      ['account', { accountId }],
      ['history', { accountId }],
    ] as const) {
      const mine = await call(name, 'loader', csm, params)
      expect(mine.status).toBe(200)
      const theirs = await call(name, 'loader', outsider, params)
      expect(theirs.status).toBe(200)
      expect(JSON.stringify(theirs.said), name).not.toMatch(/24000000|240,000/)
    }
    expect(JSON.stringify((await call('list', 'loader', csm)).said)).toContain('24000000')
  })
})

describe('/accounts/new', () => {
  test('makes an account below the parent that was named', async ({ db }) => {
    const { csm } = await makeWorld(db)
    const fields = { ...ACCOUNT, name: 'İzmir', parent: 'anadolu lojistik' }
    const made = await call('new', 'action', csm, {}, fields)
    expect(made).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/accounts\/\d+$/),
    })
  })

  test('keeps what was typed beside what is wrong', async ({ db }) => {
    const { csm } = await makeWorld(db)
    const fields = { ...ACCOUNT, name: '', employees: '-3', segment: 'Mid' }
    expect(await call('new', 'action', csm, {}, fields)).toMatchObject({
      status: 422,
      said: {
        result: {
          initialValue: { segment: 'Mid', employees: '-3' },
          error: {
            name: ['Enter the name of the company.'],
            employees: ['A number of people cannot be negative.'],
          },
        },
      },
    })
    const nowhere = await call('new', 'action', csm, {}, { ...ACCOUNT, parent: 'Nobody' })
    expect(nowhere).toMatchObject({
      status: 422,
      said: {
        result: { error: { parent: ['There is no account “Nobody”. Choose one of the list.'] } },
      },
    })
  })

  test('is closed to PMs', async ({ db }) => {
    const { pm } = await makeWorld(db)
    expect(await call('new', 'loader', pm)).toMatchObject({ status: 403 })
    expect(await call('new', 'action', pm, {}, ACCOUNT)).toMatchObject({ status: 403 })
  })
})

describe('/accounts/:accountId/edit', () => {
  test('saves, and answers 409 with what the other person changed', async ({ db }) => {
    const { csm, manager, accountId } = await makeWorld(db)
    const fields = { ...ACCOUNT, ownerId: String(csm.id), version: '1' }
    const saved = await call('edit', 'action', manager, { accountId }, { ...fields, plan: 'Gold' })
    expect(saved).toMatchObject({ status: 302, location: `/accounts/${accountId}` })
    const late = await call('edit', 'action', csm, { accountId }, { ...fields, segment: 'Mid' })
    expect(late).toMatchObject({
      status: 409,
      said: { result: { initialValue: { segment: 'Mid' } } },
    })
    expect(JSON.stringify(late.said)).toContain('Ayşe Kaya')
    expect(await call('edit', 'loader', csm, { accountId })).toMatchObject({ said: { version: 2 } })
  })

  test('is closed to other CSMs, and knows no other address', async ({ db }) => {
    const { csm, othersId } = await makeWorld(db)
    expect(await call('edit', 'loader', csm, { accountId: othersId })).toMatchObject({
      status: 403,
    })
    for (const accountId of ['999999', 'x', '0', '99999999999']) {
      expect(await call('edit', 'loader', csm, { accountId }), accountId).toMatchObject({
        status: 404,
      })
    }
  })
})

describe('contracts and opportunities', () => {
  test('are added, and refused beside their cause', async ({ db }) => {
    const { csm, accountId } = await makeWorld(db)
    const add = (fields: Record<string, string>) =>
      call('contract-new', 'action', csm, { accountId }, { ...CONTRACT, ...fields })
    expect(await add({})).toMatchObject({ status: 302, location: `/accounts/${accountId}` })
    expect(await add({ renewsOn: '0202-01-15' })).toMatchObject({
      status: 422,
      said: { result: { error: { renewsOn: ['The year must be from 1990 to 2100.'] } } },
    })
    const large = { amount: '2000000000' }
    expect(await add(large)).toMatchObject({
      status: 422,
      said: { result: { error: { confirmLarge: [expect.stringContaining('Tick the box')] } } },
    })
    expect(await add({ ...large, confirmLarge: 'on' })).toMatchObject({ status: 302 })
  })

  test('belong to the account of their address', async ({ db }) => {
    const { as, ctx, manager, accountId, othersId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const params = { accountId: othersId, contractId }
    for (const name of ['contract-edit', 'contract-end']) {
      expect(await call(name, 'loader', manager, params), name).toMatchObject({ status: 404 })
    }
    expect(
      await call('contract-reopening', 'action', manager, params, { version: '1' }),
    ).toMatchObject({ status: 404 })
    expect(as(manager).actor.id).toBe(manager.id)
  })

  test('are ended with an undo on offer', async ({ db }) => {
    const { ctx, csm, accountId } = await makeWorld(db)
    const contractId = await giveContract(ctx, accountId)
    const params = { accountId, contractId }
    const ended = await call('contract-end', 'action', csm, params, {
      version: '1',
      endedOn: '2026-01-15',
    })
    expect(ended).toMatchObject({
      status: 302,
      location: `/accounts/${accountId}?done=contract.${contractId}`,
    })
    const back = await call('contract-reopening', 'action', csm, params, { version: '2' })
    expect(back).toMatchObject({ status: 302, location: `/accounts/${accountId}` })
  })
})

test('archiving refuses an account with open contracts in plain words', async ({ db }) => {
  const { ctx, csm, accountId } = await makeWorld(db)
  const archive = (version: string) => call('archiving', 'action', csm, { accountId }, { version })
  await giveContract(ctx, accountId)
  expect(await archive('1')).toMatchObject({
    status: 422,
    said: 'Contracts or opportunities of this account are open. End or close them first.',
  })
  expect(await archive('soon')).toMatchObject({ status: 400 })
})
