import { describe, expect } from 'vitest'

import type { Actor } from '#app/domain/context.ts'
import { drafts, requests } from '#db/schema/requests.ts'
import { makeAccount, makeCompany, makeItem, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'

// The environment is read once, so it is set before anything that reads it is loaded.
process.env['LIMIT_SUBMIT'] = '3'
const { submitRequest } = await import('#app/domain/requests/submit-request.server.ts')
const { callRoute, loadRoutes } = await import('#tests/support/routes.ts')
const routes = await loadRoutes()

/** Calls a route of requests as somebody, or as nobody. */
function call(
  name: string,
  kind: 'loader' | 'action',
  who: Actor | null,
  fields: Record<string, string> = {},
  id?: number,
) {
  const route = routes.find((candidate) => candidate.id === `routes/requests/${name}`)
  if (!route) throw new Error(`${name} is not on the map`)
  const params = id === undefined ? route.params : { id: String(id) }
  return callRoute({ ...route, params }, kind, who && signedIn(who), fields)
}

async function makeCase(db: Parameters<typeof makeCompany>[0]) {
  const company = await makeCompany(db)
  const accountId = await makeAccount(db, { name: 'Tauern Spedition' })
  const fields = {
    accountId: String(accountId),
    body: 'Unless we sign in through Entra ID we cannot renew.',
    importance: 'major',
    type: 'feature_request',
    source: 'call',
    productLineId: String(company.lineId),
  }
  return { ...company, accountId, fields }
}

const draftOf = async (db: Parameters<typeof makeCompany>[0]) =>
  (await db.select().from(drafts))[0]?.fields

describe('POST /requests/new', () => {
  test('submits and leads to the request', async ({ db }) => {
    const { csm, fields } = await makeCase(db)
    const answer = await call('new', 'action', csm, fields)
    const [row] = await db.select().from(requests)
    expect(answer).toMatchObject({ status: 302, location: `/requests/${row?.id}?submitted=1` })
  })

  test('says beside the field what is wrong, and keeps everything typed as the draft', async ({
    db,
  }) => {
    const { csm, fields } = await makeCase(db)
    const body = `${'x'.repeat(50_000)}\0`
    const { status, said } = await call('new', 'action', csm, {
      ...fields,
      accountId: '999999',
      importance: '',
      body,
    })
    expect(status).toBe(422)
    expect(said).toMatchObject({
      result: {
        error: {
          body: ['At most 50,000 characters.', 'Take out the characters that cannot be seen.'],
          importance: ['Choose how much it matters to this customer.'],
        },
        initialValue: { type: 'feature_request' },
      },
    })
    expect(await draftOf(db)).toMatchObject({ body: 'x'.repeat(50_000), accountId: '999999' })
  })

  test('names an account that is not there', async ({ db }) => {
    const { csm, fields } = await makeCase(db)
    const answer = await call('new', 'action', csm, { ...fields, accountId: '999999' })
    expect(answer).toMatchObject({
      status: 422,
      said: { result: { error: { accountId: [expect.stringContaining('does not exist')] } } },
    })
    expect(await draftOf(db)).toMatchObject({ body: fields.body })
  })

  test('refuses the fourth of an hour with 429 and keeps its text', async ({ db }) => {
    const { csm, fields } = await makeCase(db)
    for (let n = 0; n < 3; n += 1) {
      expect(await call('new', 'action', csm, fields)).toMatchObject({ status: 302 })
    }
    const { status, said } = await call('new', 'action', csm, fields)
    expect(status).toBe(429)
    expect(said).toMatchObject({
      result: { error: { '': [expect.stringContaining('3 requests within an hour')] } },
    })
    expect(await draftOf(db)).toMatchObject({ body: fields.body })
  })

  test('looks for an account and takes one, without losing a word', async ({ db }) => {
    const { csm, accountId } = await makeCase(db)
    const typed = { body: 'Typed before', accountQuery: 'tau', stakeFor: '1' }
    const found = await call('new', 'action', csm, { ...typed, intent: 'find' })
    expect(found).toMatchObject({ status: 302, location: '/requests/new?q=tau' })
    // Enter in the search box presses no button.
    const entered = await call('new', 'action', csm, typed)
    expect(entered).toMatchObject({ location: '/requests/new?q=tau' })
    const taken = await call('new', 'action', csm, { ...typed, intent: `account:${accountId}` })
    expect(taken).toMatchObject({ status: 302, location: '/requests/new' })
    expect(await draftOf(db)).toMatchObject({ body: 'Typed before', accountId: String(accountId) })
    expect(await draftOf(db)).not.toHaveProperty('stakeFor')
    expect(await call('new', 'loader', csm)).toMatchObject({
      said: { form: { account: { name: 'Tauern Spedition' }, initial: { body: 'Typed before' } } },
    })
  })

  test('keeps the form of somebody who was signed out meanwhile', async ({ db }) => {
    const { csm, fields } = await makeCase(db)
    await call('new', 'loader', csm)
    const { submissionKey } = (await draftOf(db)) ?? {}
    const answer = await call('new', 'action', null, {
      ...fields,
      submissionKey: String(submissionKey),
    })
    expect(answer).toMatchObject({ status: 302, location: '/login?next=%2Frequests%2Fnew' })
    expect(await draftOf(db)).toMatchObject({ body: fields.body, importance: 'major' })
    expect(await db.select().from(requests)).toEqual([])
    expect(await call('new', 'action', null, fields)).toMatchObject({ status: 401 })
  })
})

describe('POST /drafts', () => {
  test('keeps the form, and throws it away', async ({ db }) => {
    const { csm } = await makeCase(db)
    expect(await call('drafts', 'action', csm, { body: 'Half a sen' })).toMatchObject({
      status: 200,
    })
    expect(await draftOf(db)).toMatchObject({ body: 'Half a sen' })
    await call('drafts', 'action', csm, { intent: 'discard' })
    expect(await db.select().from(drafts)).toEqual([])
  })

  test('keeps it for somebody who is signed out, and says so', async ({ db }) => {
    const { csm } = await makeCase(db)
    await call('new', 'loader', csm)
    const { submissionKey } = (await draftOf(db)) ?? {}
    const fields = { submissionKey: String(submissionKey), body: 'Typed on' }
    expect(await call('drafts', 'action', null, fields)).toMatchObject({ status: 401 })
    expect(await draftOf(db)).toMatchObject({ body: 'Typed on' })
  })
})

describe('what the CSM answers', () => {
  async function makeRequest(
    db: Parameters<typeof makeCompany>[0],
    values: object = { state: 'new' },
  ) {
    const company = await makeCase(db)
    const { as, csm, accountId, lineId } = company
    const itemId = await makeItem(db, { productLineId: lineId, status: 'shipped' })
    const { id } = await submitRequest(
      as(csm),
      submission({ accountId, productLineId: lineId, sameAs: itemId }),
    )
    await db.update(requests).set(values)
    return { ...company, id }
  }

  test('a reply, with what is wrong beside it', async ({ db }) => {
    const { csm, id } = await makeRequest(db, { state: 'waiting' })
    expect(await call('reply', 'action', csm, { body: ' ' }, id)).toMatchObject({
      status: 422,
      said: { result: { error: { body: ['Write a reply.'] } } },
    })
    const answer = await call('reply', 'action', csm, { body: 'Version 4.2' }, id)
    expect(answer).toMatchObject({ status: 302, location: `/requests/${id}` })
    expect(await call('reply', 'action', csm, { body: 'Again' }, id)).toMatchObject({
      status: 409,
      said: { result: { initialValue: { body: 'Again' } } },
    })
  })

  test('an outcome, a confirmation, an acceptance', async ({ db }) => {
    const { csm, id } = await makeRequest(db, { state: 'linked' })
    const there = { status: 302, location: `/requests/${id}` }
    expect(await call('outcome', 'action', csm, { solved: 'no' }, id)).toMatchObject(there)
    expect(await call('outcome', 'action', csm, { solved: 'perhaps' }, id)).toMatchObject({
      status: 422,
    })
    expect(await call('confirmation', 'action', csm, {}, id)).toMatchObject(there)
    await db.update(requests).set({ state: 'declined', itemId: null })
    expect(await call('acceptance', 'action', csm, {}, id)).toMatchObject(there)
    expect(await call('acceptance', 'action', csm, {}, id)).toMatchObject({ status: 409 })
  })

  test('a correction, whose version must still hold', async ({ db }) => {
    const { csm, id, fields } = await makeRequest(db)
    const typed = { ...fields, body: 'Corrected', version: '1' }
    expect(await call('edit', 'action', csm, typed, id)).toMatchObject({ status: 302 })
    expect(await call('edit', 'action', csm, typed, id)).toMatchObject({
      status: 409,
      said: { result: { initialValue: { body: 'Corrected' } } },
    })
  })

  test.for(['page', 'edit', 'reply'])('%s is 404 for what is not there', async (name, { db }) => {
    const { csm } = await makeCase(db)
    expect(await call(name, 'loader', csm, {}, 999)).toMatchObject({ status: 404 })
    expect(await call(name, 'loader', csm, {}, 2 ** 40)).toMatchObject({ status: 404 })
  })
})
