import { expect, test } from 'vitest'

import { signingYear } from '#app/domain/icp/drift/signings.ts'

test('counts twelve calendar months, what is below 0.4, and the unknown apart', () => {
  const year = signingYear(
    [
      { startsOn: '2025-01-31', arr: 1_000, fit: 0.1 },
      { startsOn: '2025-02-01', arr: 30, fit: 0.39 },
      { startsOn: '2025-02-28', arr: 50, fit: 0.4 },
      { startsOn: '2026-01-15', arr: 20, fit: 0 },
      { startsOn: '2026-01-15', arr: 7, fit: null },
      { startsOn: '2026-01-16', arr: 1_000, fit: 0.1 },
    ],
    '2026-01-15',
  )
  expect(year).toMatchObject({
    off: { contracts: 2, arr: 50 },
    known: { contracts: 3, arr: 100 },
    unknown: { contracts: 1, arr: 7 },
  })
  expect(year.months).toHaveLength(12)
  expect(year.months[0]).toEqual({
    month: '2025-02-01',
    off: { contracts: 1, arr: 30 },
    known: { contracts: 2, arr: 80 },
    unknown: { contracts: 0, arr: 0 },
  })
  expect(year.months[11]).toMatchObject({ month: '2026-01-01', off: { contracts: 1, arr: 20 } })
})
