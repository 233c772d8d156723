import { eq } from 'drizzle-orm'
import { expect } from 'vitest'

import { people } from '#db/schema/people.ts'
import { makeAccount, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { makeAdministration, signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const routes = await loadRoutes()
const route = routes.find(({ id }) => id === 'routes/people/person')

/** Sends a form of the page of one person. */
function post(
  personId: number,
  person: Parameters<typeof callRoute>[2],
  fields: Record<string, string>,
) {
  if (!route) throw new Error('The page of a person is not on the map')
  const there = { ...route, path: `/people/${personId}`, params: { personId: String(personId) } }
  return callRoute(there, 'action', person, fields)
}

test('a person’s page changes the role, hands over and deactivates', async ({ db }) => {
  const { admin, csm } = await makeAdministration(db)
  const heir = await makePerson(db, { role: 'contributor', team: 'cs' })
  await makeAccount(db, { ownerId: csm.id })
  const send = (fields: Record<string, string>) => post(csm.id, signedIn(admin), fields)

  const role = {
    intent: 'role',
    role: 'manager',
    team: 'cs',
    wasRole: 'contributor',
    wasTeam: 'cs',
  }
  expect(await send(role)).toMatchObject({ location: `/people/${csm.id}?done=role` })
  expect(await send(role)).toMatchObject({
    status: 409,
    said: { result: { error: { '': ['Somebody else changed this person. Look again.'] } } },
  })
  expect(await send({ intent: 'hand-over' })).toMatchObject({ status: 422 })
  const handOver = { intent: 'hand-over', toId: String(heir.id) }
  expect(await send(handOver)).toMatchObject({ location: `/people/${csm.id}?done=hand-over` })
  expect(await send({ intent: 'deactivation' })).toMatchObject({
    location: `/people/${csm.id}?done=deactivation`,
  })
  const [row] = await db.select().from(people).where(eq(people.id, csm.id))
  expect(row).toMatchObject({ role: 'manager' })
  expect(row?.deactivatedAt).not.toBeNull()
})

test('the person is the one of the address, whatever the form says', async ({ db }) => {
  const { admin, csm, pm } = await makeAdministration(db)
  const fields = { intent: 'deactivation', personId: String(pm.id) }
  await post(csm.id, signedIn(admin), fields)
  const gone = (await db.select().from(people)).filter(({ deactivatedAt }) => deactivatedAt)
  expect(gone.map(({ id }) => id)).toEqual([csm.id])
})

test('a link for a new password is shown once, at the address the admin uses', async ({ db }) => {
  const { admin, csm } = await makeAdministration(db)
  const { status, said } = await post(csm.id, signedIn(admin), { intent: 'reset-link' })
  expect(status).toBe(200)
  expect(said).toEqual({
    result: null,
    link: expect.stringMatching(/^http:\/\/causeway\.test\/reset\/[\w-]{43}$/),
    mailed: false,
  })
})

test('a form that is none is refused', async ({ db }) => {
  const { admin, csm } = await makeAdministration(db)
  expect(await post(csm.id, signedIn(admin), { intent: 'promote' })).toMatchObject({ status: 400 })
  expect(await post(0, signedIn(admin), { intent: 'reset-link' })).toMatchObject({ status: 422 })
})

test('the button that revokes an invitation refuses what is no id', async ({ db }) => {
  const { admin } = await makeAdministration(db)
  const button = routes.find(({ id }) => id === 'routes/people/revocation')
  if (!button) throw new Error('The button is not on the map')
  for (const invitationId of ['', 'x', '0']) {
    const { status } = await callRoute(button, 'action', signedIn(admin), { invitationId })
    expect(status).toBe(422)
  }
})
