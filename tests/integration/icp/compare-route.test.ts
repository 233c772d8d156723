import { expect } from 'vitest'

import type { Actor } from '#app/domain/context.ts'
import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { makeCompany, makeLine, makePerson } from '#tests/support/company.ts'
import { industry, size } from '#tests/support/criteria.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const route = (await loadRoutes()).find(({ id }) => id === 'routes/profile/compare')

function compare(person: Actor, id: number, query = '') {
  if (!route) throw new Error('The page is not on the map')
  // Behind a # what callRoute adds is no part of the query.
  const path = `/profiles/${id}/compare${query}#`
  return callRoute({ ...route, path, params: { id: String(id) } }, 'loader', signedIn(person))
}

test('a proposal stands beside the version in force, and others beside the one before', async ({
  db,
}) => {
  const { as, csm, lineId } = await makeCompany(db)
  const cs = await makePerson(db, { role: 'manager', team: 'cs' })
  const product = await makePerson(db, { role: 'manager', team: 'product' })
  const propose = (points: number, summary: string, productLineId = lineId) =>
    proposeProfile(as(cs), {
      productLineId,
      summary,
      reason: '',
      criteria: [
        { ...industry, points, why: '' },
        { ...size, points: 100 - points, why: '' },
      ],
    })
  const sign = async (id: number) => {
    await approveProfile(as(cs), id, 1)
    await approveProfile(as(product), id, 1)
  }
  const first = await propose(60, 'Shops')
  expect(await compare(csm, first)).toMatchObject({
    status: 200,
    said: { compared: null, others: [] },
  })
  await sign(first)
  const second = await propose(60, 'Shops and depots')
  await sign(second)
  const third = await propose(70, 'Shops and depots')

  expect((await compare(csm, third)).said).toMatchObject({
    opened: { id: third, number: 3 },
    otherId: second,
    others: [
      { id: second, number: 2, state: 'current' },
      { id: first, number: 1, state: 'superseded' },
    ],
    compared: {
      before: { id: second, number: 2, state: 'current' },
      after: { id: third, number: 3, state: 'proposed' },
      summary: null,
      criteria: [
        { change: 'changed', parts: ['points'], before: { points: 60 }, after: { points: 70 } },
        { change: 'changed', parts: ['points'], before: { points: 40 }, after: { points: 30 } },
      ],
    },
  })
  expect((await compare(csm, second)).said).toMatchObject({
    compared: {
      before: { id: first, state: 'superseded' },
      summary: { before: 'Shops', after: 'Shops and depots' },
      criteria: [],
    },
  })
  // The earlier one is the one before, whichever is open.
  expect((await compare(csm, first, `?with=${third}`)).said).toMatchObject({
    compared: { before: { id: first }, after: { id: third } },
  })

  const elsewhere = await propose(60, 'Shops', await makeLine(db, 'Other'))
  for (const other of [elsewhere, 999_999, 'x']) {
    expect((await compare(csm, third, `?with=${other}`)).status).toBe(404)
  }
  expect((await compare(csm, 999_999)).status).toBe(404)
})
