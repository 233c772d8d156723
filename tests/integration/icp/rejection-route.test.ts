import { expect } from 'vitest'

import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { profiles } from '#db/schema/profiles.ts'
import { makeCompany, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const route = (await loadRoutes()).find(({ id }) => id === 'routes/profile/rejection')

test('the page of a rejection keeps what was typed and refuses a text that was not seen', async ({
  db,
}) => {
  if (!route) throw new Error('The page is not on the map')
  const { lineId } = await makeCompany(db)
  const lead = await makePerson(db, { role: 'manager', team: 'product' })
  const [row] = await db
    .insert(profiles)
    .values({
      ...{ productLineId: lineId, number: 1, state: 'proposed' as const, version: 2 },
      ...{ proposedBy: lead.id },
    })
    .returning({ id: profiles.id })
  const id = row?.id ?? 0
  const at = (query: string) => ({
    ...{ ...route, path: `/profiles/${id}/rejection${query}#` },
    params: { id: String(id) },
  })
  const send = (fields: Record<string, string>) =>
    callRoute(at(''), 'action', signedIn(lead), fields)

  const shown = await callRoute(at('?version=1'), 'loader', signedIn(lead))
  expect(shown.said).toMatchObject({ profile: { version: 2, seen: 1 } })
  const plain = await callRoute(at(''), 'loader', signedIn(lead))
  expect(plain.said).toMatchObject({ profile: { version: 2, seen: 2 } })

  const empty = await send({ version: '2', reason: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.said).toMatchObject({ result: { error: { reason: ['Say why it is rejected.'] } } })
  const stale = await send({ version: '1', reason: 'Too narrow' })
  expect(stale.status).toBe(409)
  expect(stale.said).toMatchObject({
    result: { initialValue: { reason: 'Too narrow' }, error: { '': [expect.any(String)] } },
  })
  const done = await send({ version: '2', reason: 'Too narrow' })
  expect([done.status, done.location]).toEqual([302, `/profiles/${id}`])
  expect((await getProfile({ db }, id)).closing?.reason).toBe('Too narrow')
})
