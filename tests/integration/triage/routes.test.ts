import { expect } from 'vitest'

import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

import { makeTriage, readRequest } from './world.ts'

const routes = await loadRoutes()

/** Sends a form to one of the addresses of triage. */
function post(
  file: string,
  id: number,
  person: Parameters<typeof callRoute>[2],
  fields: Record<string, string>,
) {
  const route = routes.find((each) => each.id === `routes/triage/${file}`)
  if (!route) throw new Error(`routes/triage/${file} is not on the map`)
  const there = { ...route, path: route.path.replace('/1', `/${id}`), params: { id: String(id) } }
  return callRoute(there, 'action', person, fields)
}

test('a decision leads on to the next request, with its undo on offer', async ({ db }) => {
  const { pm, requestId, itemId } = await makeTriage(db)
  const fields = { version: '1', itemId: String(itemId), next: '/triage/7?line=platform' }
  const linked = await post('decision-link', requestId, signedIn(pm), fields)
  const decided = /^\/triage\/7\?line=platform&decided=(\d+)$/.exec(linked.location ?? '')
  expect(await readRequest(db, requestId)).toMatchObject({ state: 'linked', itemId })

  const undo = { next: `/triage/${requestId}` }
  const undone = await post('decision-undo', Number(decided?.[1]), signedIn(pm), undo)
  expect(undone.location).toBe(`/triage/${requestId}`)
  expect(await readRequest(db, requestId)).toMatchObject({ state: 'new', itemId: null })
})

test('a decision leads to no other site', async ({ db }) => {
  const { pm, requestId } = await makeTriage(db)
  const fields = { version: '1', type: 'bug', next: '//evil.example/triage' }
  const { location } = await post('decision-type', requestId, signedIn(pm), fields)
  expect(location).toMatch(new RegExp(`^/triage/${requestId}\\?decided=\\d+$`))
})

test('what is missing is said beside its field', async ({ db }) => {
  const { pm, requestId } = await makeTriage(db)
  const reply = await post('decision-decline', requestId, signedIn(pm), { version: '1' })
  expect(reply.status).toBe(422)
  expect(reply.said).toMatchObject({
    result: { error: { reason: ['Choose a reason.'], words: [expect.any(String)] } },
  })
})

test('the second of two is told, and gets back what they wrote', async ({ db }) => {
  const { pm, requestId } = await makeTriage(db)
  await post('decision-type', requestId, signedIn(pm), { version: '1', type: 'bug' })
  const fields = { version: '1', reason: 'other', words: 'Sorry, no.' }
  const reply = await post('decision-decline', requestId, signedIn(pm), fields)
  expect(reply.status).toBe(409)
  expect(reply.said).toMatchObject({
    result: {
      initialValue: { words: 'Sorry, no.' },
      error: { '': [expect.stringMatching(/^Jonas Weber changed the type of REQ-/)] },
    },
  })
})

test('whoever undoes too late is told by whom and led back', async ({ db }) => {
  const { pm, requestId } = await makeTriage(db)
  const typed = await post('decision-type', requestId, signedIn(pm), { version: '1', type: 'bug' })
  const decided = Number(/decided=(\d+)/.exec(typed.location ?? '')?.[1])
  await post('decision-type', requestId, signedIn(pm), { version: '2', type: 'question' })
  const next = `/triage/${requestId}?line=platform`
  const reply = await post('decision-undo', decided, signedIn(pm), { next })
  expect(reply.status).toBe(409)
  expect(reply.said).toMatchObject({
    result: {
      initialValue: { next },
      error: {
        '': [expect.stringMatching(/^Jonas Weber changed .* REQ-\d+ .* It stays as it is\.$/)],
      },
    },
  })
})

test.for(['decision-commercial', 'decision-settlement'])(
  '%s knows after a conflict what is there now, and nothing before',
  (file) => {
    const route = routes.find((each) => each.id === `routes/triage/${file}`)
    const { shouldRevalidate } = route?.module as {
      shouldRevalidate: (answer: { formMethod: string; actionStatus: number }) => boolean
    }
    expect(shouldRevalidate({ formMethod: 'POST', actionStatus: 409 })).toBe(true)
    expect(shouldRevalidate({ formMethod: 'POST', actionStatus: 200 })).toBe(false)
  },
)

test.for([
  'decision-link',
  'decision-item',
  'decision-split',
  'decision-merge',
  'decision-answer',
  'decision-question',
  'decision-fast-lane',
  'decision-decline',
  'decision-type',
  'decision-line',
  'decision-unlink',
  'decision-unmerge',
  'decision-reopen',
  'decision-same-as',
  'decision-importance',
  'decision-settlement',
])('%s is refused to a CSM', async (file, { db }) => {
  const { csm, requestId } = await makeTriage(db)
  const reply = await post(file, requestId, signedIn(csm), { version: '1' })
  expect(reply.status).toBe(403)
  expect((await readRequest(db, requestId)).version).toBe(1)
})
