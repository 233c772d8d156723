import { expect } from 'vitest'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { suggestionHref } from '#app/domain/icp/suggestion-address.ts'
import { industry, size } from '#tests/support/criteria.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

import { makeCourses, type Course } from './courses.ts'

const route = (await loadRoutes()).find(({ id }) => id === 'routes/profile/evidence')

const repeat = (count: number, course: Course) => Array.from({ length: count }, () => course)

/** All that stayed are in logistics, all that left in mining; three more were put on record too late to count. */
const COURSES: readonly Course[] = [
  ...repeat(6, { industry: 'Logistics', kept: true }),
  ...repeat(6, { industry: 'Mining', kept: false }),
  ...repeat(3, { industry: 'Logistics', recorded: '2025-06-01', kept: false }),
]

// By hand: of the tables with 6 of 12 good and 6 in logistics, two of 924 are as unlikely as this one.
test('GET /profiles/:id/evidence says what retention says, and shares of revenue only to some', async ({
  db,
}) => {
  const { as, productManager, outsider, lineId, live } = await makeCourses(db)
  for (const course of COURSES) await live(course)
  const id = await proposeProfile(as(productManager), {
    productLineId: lineId,
    summary: 'Logistics companies.',
    reason: '',
    criteria: [
      { ...industry, why: '' },
      { ...size, why: '' },
    ],
  })
  const read = async (person: typeof outsider) => {
    if (!route) throw new Error('The page is not on the map')
    const path = `/profiles/${id}/evidence`
    const { said } = await callRoute(
      { ...route, path, params: { id: String(id) } },
      'loader',
      signedIn(person),
    )
    return said
  }
  const kept = (kept: number, of: number) => expect.objectContaining({ kept, of }) as unknown
  expect(await read(productManager)).toMatchObject({
    mayAdopt: false,
    outcomes: { good: 6, bad: 6, size: 1 },
    leftOut: { unrecorded: 3, between: 0, notRenewed: 0, unknownAmount: 0 },
    criteria: [
      {
        label: 'Sector',
        evidenceNow: {
          verdict: 'established',
          with: kept(6, 6),
          without: kept(0, 6),
          figures: { p: expect.closeTo(2 / 924, 12) as number },
        },
      },
      { label: 'Size', evidenceNow: { verdict: 'not_testable', with: kept(0, 0) } },
    ],
    suggestions: [],
    all: {
      kept: kept(6, 12),
      stayed: kept(6, 12),
      grr: { value: 0.5 },
      nrr: { value: 0.5 },
    },
    revenue: true,
  })

  const seen = await read(outsider)
  expect(seen).toMatchObject({ all: { kept: kept(6, 12), grr: null, nrr: null }, revenue: false })
  expect(JSON.stringify(seen)).not.toContain('ARR')
})

test('GET /profiles/new takes in what was suggested, at the expense of the others', async ({
  db,
}) => {
  const { as, csm, productManager, manager, lineId } = await makeCourses(db)
  const id = await proposeProfile(as(productManager), {
    productLineId: lineId,
    summary: 'Logistics companies.',
    reason: '',
    criteria: [{ ...industry, points: 100, why: 'They stay.' }],
  })
  await approveProfile(as(productManager), id, 1)
  await approveProfile(as(manager), id, 1)
  const form = (await loadRoutes()).find((one) => one.id === 'routes/profile/new')
  if (!form) throw new Error('The page is not on the map')
  // Behind a # what callRoute adds is no part of the query.
  const path = `${suggestionHref('platform', { ...size, points: 25 })}#`
  const { said } = await callRoute(
    { ...form, path, params: {} },
    'loader',
    signedIn(productManager),
  )
  expect(said).toMatchObject({
    criteria: [
      { label: 'Sector', points: '75', why: 'They stay.' },
      { label: 'Size', points: '25', value: '50 to 500' },
    ],
  })
  expect((await callRoute({ ...form, path, params: {} }, 'loader', signedIn(csm))).status).toBe(403)
})
