import { expect, test } from 'vitest'

import { profileDocument } from '#app/domain/icp/profile-document.ts'

const criterion = {
  kind: 'points',
  label: '50 to 500 employees',
  test: 'Employees is between 50 and 500',
  attribute: 'employees',
  operator: 'between',
  operand: { low: 50, high: 500 },
  points: 100,
  weight: 3.1,
  why: 'Smaller ones have no team for it.',
} as const
const facts = {
  line: 'Platform',
  state: 'current',
  effectiveOn: '2026-01-15',
  summary: 'Companies of 50 to 500 people.',
  reason: 'First version',
} as const

test('profileDocument says what the version says, and nothing else that comes along', () => {
  const profile = {
    ...facts,
    id: 7,
    number: 4,
    arr: 50_000,
    criteria: [{ ...criterion, id: 9, met: { accounts: 3, arr: 50_000 } }],
    signatures: [
      { team: 'cs' as const, personId: 3, name: 'Ada', at: new Date('2026-01-14T23:30:00Z') },
    ],
  }
  expect(profileDocument(profile)).toEqual({
    ...facts,
    version: 4,
    criteria: [criterion],
    signatures: [{ team: 'cs', name: 'Ada', at: '2026-01-14T23:30:00.000Z' }],
  })
})
