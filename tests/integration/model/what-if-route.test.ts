import { eq } from 'drizzle-orm'
import { expect } from 'vitest'

import type { Actor } from '#app/domain/context.ts'
import { getModelVersion } from '#app/domain/scoring/model-version.server.ts'
import { accounts, contracts } from '#db/schema/accounts.ts'
import { test } from '#tests/support/db.ts'
import { makeAccount } from '#tests/support/company.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

import { makeModelWorld } from './world.ts'

const route = (await loadRoutes()).find(({ id }) => id === 'routes/model/what-if')

/** Calls the page at an address, as `callRoute` does but with no more in it than the address says. */
function call(
  kind: 'loader' | 'action',
  person: Actor,
  query: Record<string, string>,
  fields: Record<string, string> = {},
) {
  if (!route) throw new Error('The page is not on the map')
  const search = new URLSearchParams(query)
  // callRoute puts `?a=1` behind the path; behind a # it is no part of the query.
  const path = `${route.path}${search.size > 0 ? `?${search}` : ''}#`
  return callRoute({ ...route, path }, kind, signedIn(person), fields)
}

test('the form leads to an address of what is changed alone, with the account by its number', async ({
  db,
}) => {
  const { lead, anadolu, contractId } = await makeModelWorld(db)
  const sent = {
    ...{ 'severity.blocker': '0.30', 'severity.critical': '0.15', kReq: '', line: '' },
    ...{ account: 'Anadolu', factsOf: String(anadolu), health: '50' },
    ...{ [`amount.${contractId}`]: '200000', [`renews.${contractId}`]: '2026-05-31' },
  }
  const { status, location } = await call('loader', lead, sent)
  expect(status).toBe(302)
  const kept = { account: anadolu, 'severity.critical': '0.15', [`amount.${contractId}`]: '200000' }
  expect(location).toBe(
    `/model/what-if?${new URLSearchParams(Object.entries(kept).map(([name, value]) => [name, String(value)]))}`,
  )

  const { status: shown, said } = await call(
    'loader',
    lead,
    Object.fromEntries(new URLSearchParams(location?.split('?')[1])),
  )
  expect(shown).toBe(200)
  expect(said).toMatchObject({
    faults: {},
    supposes: true,
    different: [{ key: 'severity.critical', from: 0.1, to: 0.15 }],
    result: { ranking: { ranked: 2 } },
  })
})

test('facts of one account are not supposed of the next one that is chosen', async ({ db }) => {
  const { lead, anadolu, quiet } = await makeModelWorld(db)
  const sent = { account: 'Quiet', factsOf: String(anadolu), health: '10' }
  const { location } = await call('loader', lead, sent)
  expect(location).toBe(`/model/what-if?account=${quiet}`)
})

test('an account keeps its number when another one has its name', async ({ db }) => {
  const { lead, anadolu } = await makeModelWorld(db)
  await makeAccount(db, { name: 'Anadolu' })
  const kept = await call('loader', lead, { account: 'Anadolu', factsOf: String(anadolu) })
  expect(kept.location).toBe(`/model/what-if?account=${anadolu}`)
  const { said } = await call('loader', lead, { account: 'Anadolu' })
  expect(said).toMatchObject({
    faults: { account: expect.stringContaining('More than one account has this name') as string },
    values: { account: 'Anadolu' },
    result: null,
  })
})

test('what cannot stand is said beside it, with everything that was typed', async ({ db }) => {
  const { lead, anadolu, contractId } = await makeModelWorld(db)
  const typed = {
    ...{ account: String(anadolu), 'severity.blocker': '0.05', icpMin: '0.4' },
    ...{ health: '140', [`amount.${contractId}`]: 'much', [`renews.${contractId}`]: '2026-02-31' },
  }
  const { status, said } = await call('loader', lead, typed)
  expect(status).toBe(200)
  expect(said).toMatchObject({
    result: null,
    values: { ...typed, account: 'Anadolu' },
    faults: {
      'severity.blocker': 'A blocker cannot weigh less than a critical request.',
      health: 'From 0 to 100.',
      [`amount.${contractId}`]: 'Write the amount in digits, such as 240000 or 240,000.50.',
      [`renews.${contractId}`]: 'Write the date as 2026-01-15.',
    },
  })
})

test('an earlier version can be begun with', async ({ db }) => {
  const { lead } = await makeModelWorld(db)
  const first = await getModelVersion({ db })
  const reason = 'Two teams asked for it.'
  await call('action', lead, { kReq: '2' }, { wasVersionId: String(first.id), reason })
  const { said } = await call('loader', lead, { from: String(first.id) })
  expect(said).toMatchObject({
    from: first.id,
    different: [{ key: 'kReq', from: 2, to: 1 }],
    result: { ranking: { ranked: 2 } },
  })
})

test('saving takes the parameters of the address, and nothing of the account', async ({ db }) => {
  const { lead, anadolu, contractId } = await makeModelWorld(db)
  const { id } = await getModelVersion({ db })
  const asked = { account: String(anadolu), kReq: '2', health: '10', [`amount.${contractId}`]: '1' }
  const unsaid = await call('action', lead, asked, { wasVersionId: String(id), reason: ' ' })
  expect(unsaid.status).toBe(422)
  const saved = await call('action', lead, asked, { wasVersionId: String(id), reason: 'Tried it.' })
  const version = await getModelVersion({ db })
  expect(saved.location).toBe(`/model/versions/${version.id}`)
  expect(version.parameters.kReq).toBe(2)
  const [account] = await db.select().from(accounts).where(eq(accounts.id, anadolu))
  const [contract] = await db.select().from(contracts).where(eq(contracts.id, contractId))
  expect([account?.healthScore, contract?.amountMinor]).toEqual([50, 100_000_00])
})

test('saving over a version that somebody saved meanwhile is refused, and keeps the reason', async ({
  db,
}) => {
  const { lead, peer } = await makeModelWorld(db)
  const { id } = await getModelVersion({ db })
  const fields = { wasVersionId: String(id), reason: 'Tried it.' }
  await call('action', peer, { kReq: '2' }, fields)
  const { status, said } = await call('action', lead, { icpMin: '0.4' }, fields)
  expect(status).toBe(409)
  expect(said).toMatchObject({ result: { initialValue: { reason: 'Tried it.' } } })
  // Seen again, it is on top of theirs.
  const again = await call('loader', lead, { icpMin: '0.4' })
  expect(again.said).toMatchObject({ different: [{ key: 'icpMin', from: 0.5, to: 0.4 }] })
})

test('nobody but a manager of Product saves', async ({ db }) => {
  const { pm } = await makeModelWorld(db)
  const { id } = await getModelVersion({ db })
  const fields = { wasVersionId: String(id), reason: 'Tried it.' }
  expect((await call('action', pm, { kReq: '2' }, fields)).status).toBe(403)
  expect((await call('loader', pm, { kReq: '2' })).said).toMatchObject({ maySave: false })
})
