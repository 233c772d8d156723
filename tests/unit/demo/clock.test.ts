import { describe, expect, test } from 'vitest'

import { clockAt } from '#app/domain/demo/clock.ts'

const at = (now: string, ago: number) => clockAt(new Date(now)).at(ago).toISOString()

describe('the clock of the demo company', () => {
  test('0 is now, while the office is open', () => {
    expect(at('2026-03-11T09:30:00Z', 0)).toBe('2026-03-11T09:30:00.000Z')
  })

  test('whole numbers are the ends of working days: Friday before Monday', () => {
    expect(at('2026-03-09T09:30:00Z', 1)).toBe('2026-03-06T16:00:00.000Z')
    expect(at('2026-03-09T09:30:00Z', 6)).toBe('2026-02-27T16:00:00.000Z')
  })

  test('fractions lie within the office hours of the day, from 6:30', () => {
    // Half of the 9.5 hours after 6:30 is 11:15.
    expect(at('2026-03-11T09:30:00Z', 1.5)).toBe('2026-03-10T11:15:00.000Z')
    // Today counts until now: half of the 3 hours after 6:30.
    expect(at('2026-03-11T09:30:00Z', 0.5)).toBe('2026-03-11T08:00:00.000Z')
  })

  test('on a weekend, and before the office opens, the working day before was the last', () => {
    expect(at('2026-03-08T12:00:00Z', 0)).toBe('2026-03-06T16:00:00.000Z')
    expect(at('2026-03-09T05:00:00Z', 0)).toBe('2026-03-06T16:00:00.000Z')
  })

  test('a larger number is earlier', () => {
    const clock = clockAt(new Date('2026-03-11T15:00:00Z'))
    const moments = Array.from({ length: 2000 }, (_, index) => clock.at(index / 10).getTime())
    expect(moments).toEqual([...moments].sort((a, b) => b - a))
    expect(new Set(moments).size).toBe(2000)
  })

  test('days count from today', () => {
    const clock = clockAt(new Date('2026-03-11T15:00:00Z'))
    expect([clock.day(0), clock.day(30), clock.day(-11)]).toEqual([
      '2026-03-11',
      '2026-04-10',
      '2026-02-28',
    ])
  })
})
