import { expect, test } from 'vitest'

import { weightMoves } from '#app/domain/icp/drift/weight-moves.ts'
import { industry, region, size } from '#tests/support/criteria.ts'

const none = { goodWith: 5, badWith: 1, good: 6, bad: 6 }

test('measures each weight by the doubt it was signed with, and leaves out what has none', () => {
  const moves = weightMoves(
    [
      { ...region, weight: 0, weightSd: 0, evidence: null },
      { ...industry, weight: 2.6, weightSd: 0.7, evidence: null },
      { ...size, weight: 1.2, weightSd: 0.5, evidence: none },
    ],
    [
      { weight: 0, weightSd: 0, evidence: null },
      { weight: 1.06, weightSd: 0.4, evidence: none },
      { weight: 1.2, weightSd: 0.7, evidence: null },
    ],
  )
  expect(moves).toEqual([
    {
      label: 'Sector',
      signed: { weight: 2.6, sd: 0.7 },
      today: { weight: 1.06, sd: 0.4 },
      tested: true,
      distance: expect.closeTo(2.2, 10),
    },
    {
      label: 'Size',
      signed: { weight: 1.2, sd: 0.5 },
      today: { weight: 1.2, sd: 0.7 },
      tested: false,
      distance: 0,
    },
  ])
})
