import { describe, expect } from 'vitest'

import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { loadCourses } from '#app/domain/icp/load-courses.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { sampleOf } from '#app/domain/icp/sample.ts'
import { industry, size } from '#tests/support/criteria.ts'
import { test } from '#tests/support/db.ts'

import { makeCourses, type Course } from './courses.ts'

const logistics = { industry: 'Logistics' }
const mining = { industry: 'Mining' }
const repeat = (count: number, course: Course) => Array.from({ length: count }, () => course)

/** Of 6 that stayed 5 were in logistics on day 90, of 6 that left 1; one more of these went into it later. */
const TWELVE: readonly Course[] = [
  ...repeat(5, { ...logistics, kept: true }),
  { ...mining, kept: true },
  { ...logistics, kept: false },
  ...repeat(4, { ...mining, kept: false }),
  { ...mining, later: 'Logistics', kept: false },
]

const text = (productLineId: number) => ({
  productLineId,
  summary: 'Logistics companies.',
  reason: 'First version',
  criteria: [
    { ...industry, why: '' },
    { ...size, why: '' },
  ],
})

describe('the weights of a proposal', () => {
  // By hand: log odds ln(5.5²/1.5²) = 2.598566 with variance 2/5.5 + 2/1.5 = 1.696970; prior 60 points, 2.636669.
  test('are moved by what accounts were like on day 90, and stay as they were saved', async ({
    db,
  }) => {
    const { as, productManager, lineId, live } = await makeCourses(db)
    for (const course of TWELVE) await live(course)
    const id = await proposeProfile(as(productManager), text(lineId))
    const [sector, employees] = (await getProfile({ db }, id)).criteria
    expect(sector?.weight).toBeCloseTo(2.628132, 5)
    expect(sector?.weightSd).toBeCloseTo(0.616614, 5)
    expect(sector?.evidence).toEqual({ goodWith: 5, badWith: 1, good: 6, bad: 6 })
    expect(employees?.weight).toBeCloseTo(1.75778, 5)
    expect(employees).toMatchObject({ weightSd: 0.7, evidence: null })

    for (const course of TWELVE) await live({ ...course, kept: !course.kept })
    const [still] = (await getProfile({ db }, id)).criteria
    expect(still?.weight).toBe(sector?.weight)
  })

  test('are those of the points where the accounts were put on record too late', async ({ db }) => {
    const { as, productManager, lineId, live } = await makeCourses(db)
    for (const course of TWELVE) await live({ ...course, recorded: '2025-05-01' })
    const id = await proposeProfile(as(productManager), text(lineId))
    const [sector] = (await getProfile({ db }, id)).criteria
    expect(sector).toMatchObject({ weightSd: 0.7, evidence: null })
    const sample = sampleOf(await loadCourses(as(productManager), lineId))
    const nobody = { between: 0, notRenewed: 0, unknownAmount: 0 }
    expect(sample).toEqual({ observations: [], unrecorded: 12, ...nobody })
  })
})
