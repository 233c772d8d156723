import { expect } from 'vitest'

import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { makeTeams, proposal } from '#tests/support/profile.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const route = (await loadRoutes()).find(({ id }) => id === 'routes/profile/approval')

test('an approval of a text that was edited meanwhile keeps its reason, and is told the edit', async ({
  db,
}) => {
  if (!route) throw new Error('The page is not on the map')
  const { as, csLead, productLead, lineId } = await makeTeams(db)
  const id = await proposeProfile(as(productLead), proposal(lineId))
  const edit = { profileId: id, version: 1, summary: 'Logistics.' }
  await proposeProfile(as(productLead), proposal(lineId, edit))
  const at = (query: string) => ({
    ...{ ...route, path: `/profiles/${id}/approval${query}#` },
    params: { id: String(id) },
  })
  const send = (version: number) =>
    callRoute(at('?version=1'), 'action', signedIn(csLead), {
      version: String(version),
      reason: 'As we agreed in May',
    })

  const stale = await send(1)
  expect(stale.status).toBe(409)
  expect(stale.said).toMatchObject({
    result: {
      initialValue: { reason: 'As we agreed in May' },
      error: { '': [expect.stringMatching(/^This proposal was changed/)] },
    },
  })
  const shown = await callRoute(at('?version=1'), 'loader', signedIn(csLead))
  expect(shown.said).toMatchObject({
    profile: { version: 2, seen: 1 },
    edits: [{ textVersion: 1, by: productLead.name }],
  })
  const fresh = await callRoute(at('?version=2'), 'loader', signedIn(csLead))
  expect(fresh.said).toMatchObject({ profile: { seen: 2 }, edits: [] })

  const done = await send(2)
  expect([done.status, done.location]).toEqual([302, `/profiles/${id}`])
  expect((await getProfile({ db }, id)).signatures).toMatchObject([
    { team: 'cs', why: 'As we agreed in May' },
  ])
})
