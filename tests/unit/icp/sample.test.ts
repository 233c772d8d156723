import { expect, test } from 'vitest'

import { accountOutcome } from '#app/domain/icp/account-outcome.ts'
import { sampleOf } from '#app/domain/icp/sample.ts'

const TODAY = '2026-01-15'
const contract = { startsOn: '2025-01-01', endedOn: null, amount: 100, renewals: [] }
const renewal = { on: '2025-12-01', outcome: 'renewed', before: 100 } as const

test('says of each account that was decided about why it is left out', () => {
  const renewedAt = (amount: number) => [{ ...contract, amount, renewals: [renewal] }]
  const unpriced = [{ ...contract, amount: null, renewals: [renewal] }]
  // One contract gave way to another of the same amount, which nobody has renewed.
  const replaced = [
    { ...contract, endedOn: '2025-12-01' },
    { ...contract, startsOn: '2025-12-01' },
  ]
  const courses = [renewedAt(100), renewedAt(50), renewedAt(95), replaced, unpriced].map((own) => ({
    outcome: accountOutcome('active', own, TODAY),
    facts: { industry: 'Retail' },
  }))
  const [kept] = courses
  if (!kept) throw new Error('No course')
  const { observations, ...leftOut } = sampleOf([...courses, { ...kept, facts: null }])
  expect(observations.map(({ good }) => good)).toEqual([true, false])
  expect(leftOut).toEqual({ unrecorded: 1, between: 1, notRenewed: 1, unknownAmount: 1 })
})
