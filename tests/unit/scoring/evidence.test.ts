import { expect, it } from 'vitest'

import { countedEvidence } from '#app/domain/scoring/evidence.ts'

it.each([
  ['customer_written', 'customer_said'],
  ['customer_said', 'csm_belief'],
  ['csm_belief', 'none'],
  ['none', 'none'],
] as const)('%s that is not convincing counts as %s', (given, counted) => {
  expect(countedEvidence(given, true)).toBe(counted)
  expect(countedEvidence(given, false)).toBe(given)
})
