import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '#app/lib/working-days.ts'

const after = (from: string, days: number, zone = 'Europe/Berlin') =>
  addWorkingDays(new Date(from), days, zone).toISOString()

describe('addWorkingDays', () => {
  it.each([
    // Thursday 15 January 2026, 10:30 in Berlin
    ['2026-01-15T09:30:00Z', 0, '2026-01-15T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 1, '2026-01-16T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 2, '2026-01-19T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 5, '2026-01-22T09:30:00.000Z'],
    ['2026-01-15T09:30:00Z', 10, '2026-01-29T09:30:00.000Z'],
    // Friday evening
    ['2026-01-16T17:00:00Z', 1, '2026-01-19T17:00:00.000Z'],
  ])('%s plus %i', (from, days, due) => {
    expect(after(from, days)).toBe(due)
  })

  it('starts a weekend on Monday morning', () => {
    expect(after('2026-01-17T12:00:00Z', 1)).toBe('2026-01-19T23:00:00.000Z')
    expect(after('2026-01-18T22:59:00Z', 0)).toBe('2026-01-18T23:00:00.000Z')
  })

  it('asks the time zone what day it is', () => {
    // Friday 23:30 in Berlin is Saturday 01:30 in Istanbul.
    expect(after('2026-01-16T22:30:00Z', 1)).toBe('2026-01-19T22:30:00.000Z')
    expect(after('2026-01-16T22:30:00Z', 1, 'Europe/Istanbul')).toBe('2026-01-19T21:00:00.000Z')
  })

  it('keeps the time of day when the clocks change', () => {
    // Friday 27 March 2026, 09:00 in Berlin is 08:00 UTC; on Monday it is 07:00 UTC.
    expect(after('2026-03-27T08:00:00Z', 1)).toBe('2026-03-30T07:00:00.000Z')
  })
})
