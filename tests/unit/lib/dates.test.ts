import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  diffDays,
  diffMonths,
  formatDay,
  formatDayShort,
  formatMoment,
  isIsoDate,
  relativeDay,
  relativeTime,
  toIsoDate,
} from '#app/lib/dates.ts'

const TODAY = '2026-01-15'

describe('days', () => {
  test.each([
    ['2026-01-15', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-1-5', false],
    ['2026-01-15T00:00:00Z', false],
    ['yesterday', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
    expect(diffDays(date, expected)).toBe(days)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  test.each([
    ['2026-01-15', '2026-01-15', 0],
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2024-02-29', '2026-01-15', 22],
  ])('from %s to %s whole months are %i', (from, to, months) => {
    expect(diffMonths(from, to)).toBe(months)
  })

  test.each([
    ['2026-05-31', 'in 136 days'],
    ['2026-01-16', 'tomorrow'],
    ['2026-01-15', 'today'],
    ['2026-01-14', 'yesterday'],
    ['2025-12-16', '30 days ago'],
  ])('%s is %s', (date, words) => {
    expect(relativeDay(date, TODAY)).toBe(words)
  })

  test('names the year when it is another', () => {
    expect(formatDay('2026-05-05')).toBe('5 May 2026')
    expect(formatDayShort('2026-05-05', TODAY)).toBe('5 May')
    expect(formatDayShort('2028-01-31', TODAY)).toBe('31 Jan 2028')
  })
})

describe('moments', () => {
  const now = new Date('2026-01-15T12:00:00Z')

  test.each([
    ['2026-01-15T11:59:31Z', 'just now'],
    ['2026-01-15T11:59:00Z', '1 minute ago'],
    ['2026-01-15T10:00:00Z', '2 hours ago'],
    ['2026-01-12T11:00:00Z', '3 days ago'],
    ['2026-01-15T12:00:05Z', 'just now'],
  ])('%s was %s', (moment, words) => {
    expect(relativeTime(new Date(moment), now)).toBe(words)
  })

  test('are written in UTC', () => {
    expect(formatMoment(new Date('2026-05-15T23:42:59Z'))).toBe('15 May 2026, 23:42 UTC')
    expect(toIsoDate(new Date('2026-05-15T23:42:59Z'))).toBe('2026-05-15')
  })
})
