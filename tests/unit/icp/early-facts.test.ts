import { describe, expect, it } from 'vitest'

import { earlyDay, factsBefore } from '#app/domain/icp/early-facts.ts'

describe('the day as of which values are taken', () => {
  const today = '2026-06-30'
  it.each([
    ['90 days after the start', '2026-01-01', null, '2026-04-01'],
    ['the eve of a decision that came sooner', '2026-01-01', '2026-03-01', '2026-02-28'],
    ['no later for a decision that came later', '2025-01-01', '2026-01-01', '2025-04-01'],
    ['not there yet', '2026-05-01', null, null],
    ['unknown with the start', null, '2026-01-01', null],
  ])('is %s', (_name, begun, decided, day) => {
    expect(earlyDay(begun, decided, today)).toBe(day)
  })
})

describe('the values before a moment', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  const history = [
    {
      field: 'created',
      after: { industry: 'Retail', employees: 40, plan: null },
      at: at('2026-01-10'),
    },
    { field: 'employees', after: 60, at: at('2026-02-01') },
    { field: 'custom:sponsor', after: 'board', at: at('2026-02-02') },
    { field: 'employees', after: 900, at: at('2026-05-01') },
    { field: 'custom:sponsor', after: null, at: at('2026-05-02') },
  ]
  const attributes = [
    ...['industry', 'employees', 'plan', 'custom:sponsor'].map((key) => ({ key, since: null })),
    { key: 'custom:late', since: at('2026-04-20') },
  ]

  it('are those of the last change before it', () => {
    expect(factsBefore(at('2026-04-01'), history, attributes)).toEqual({
      ...{ industry: 'Retail', employees: 60, plan: null },
      'custom:sponsor': 'board',
    })
  })

  it('take what was taken away as not known, and an attribute only from when there was one', () => {
    expect(factsBefore(at('2026-05-03'), history, attributes)).toEqual({
      ...{ industry: 'Retail', employees: 900, plan: null },
      ...{ 'custom:sponsor': null, 'custom:late': null },
    })
  })

  it('are none before the account was on record', () => {
    expect(factsBefore(at('2026-01-09'), history, attributes)).toBeNull()
  })
})
