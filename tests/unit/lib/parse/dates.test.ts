import { describe, expect, test } from 'vitest'

import { orderEvidence, parseDate, toMoment } from '#app/lib/parse/dates.ts'

describe('parseDate', () => {
  test.each([
    ['2024-01-19', '2024-01-19'],
    ['2024/1/9', '2024-01-09'],
    ['20240119', '2024-01-19'],
    ['1/19/2024', '2024-01-19'],
    ['19/1/2024', '2024-01-19'],
    ['19-01-2024', '2024-01-19'],
    ['19.01.2024', '2024-01-19'],
    ['5/5/2024', '2024-05-05'],
    ['19/1/24', '2024-01-19'],
    ['19/1/89', '2089-01-19'],
    ['19/1/90', '1990-01-19'],
    ['19 Jan 2024', '2024-01-19'],
    ['19-Jan-2024', '2024-01-19'],
    ['Jan 19, 2024', '2024-01-19'],
    ['January 19th 2024', '2024-01-19'],
    ['Fri, 19 Jan 2024', '2024-01-19'],
    ['1 Ocak 2025', '2025-01-01'],
    ['28 ŞUBAT 2025', '2025-02-28'],
    ['15 Ağu 2025', '2025-08-15'],
    ['31 Aralık 2025 Çarşamba', '2025-12-31'],
    ['19. Januar 2024', '2024-01-19'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, date) => {
    expect(parseDate(text, null)).toEqual({
      ok: true,
      date,
      precision: 'day',
      time: null,
      offset: null,
    })
  })

  test.each([
    ['2024-01-19T09:42:24.000+0000', '2024-01-19', '09:42:24', 0],
    ['2024-01-19T23:42:24Z', '2024-01-19', '23:42:24', 0],
    ['2024-01-19T09:42:24-05:30', '2024-01-19', '09:42:24', -330],
    ['2024-01-19 09:42', '2024-01-19', '09:42:00', null],
    ['09/Jan/24 3:54 PM', '2024-01-09', '15:54:00', null],
    ['10/Jan/24 12:00 AM', '2024-01-10', '00:00:00', null],
    ['10/Jan/24 12:05 pm', '2024-01-10', '12:05:00', null],
    ['31 Aralık 2025 22:43', '2025-12-31', '22:43:00', null],
    ['31 Aralık 2025 Çarşamba 22:43', '2025-12-31', '22:43:00', null],
    ['19.01.2024 03:54 ÖS', '2024-01-19', '15:54:00', null],
    ['January 9, 2024, 3:54:07 PM', '2024-01-09', '15:54:07', null],
  ])('%s with its time', (text, date, time, offset) => {
    expect(parseDate(text, null)).toEqual({ ok: true, date, precision: 'day', time, offset })
  })

  test.each(['2025-03', '03/2025', 'Mart 2025', 'Mar-2025'])('%s names a month only', (text) => {
    expect(parseDate(text, null)).toMatchObject({ date: '2025-03-01', precision: 'month' })
  })

  test.each([
    ['3/4/2024', 'dmy', '2024-04-03'],
    ['3/4/2024', 'mdy', '2024-03-04'],
    ['03.04.24', 'dmy', '2024-04-03'],
  ] as const)('%s read as %s', (text, order, date) => {
    expect(parseDate(text, order)).toMatchObject({ ok: true, date })
  })

  test('a day that reads both ways is refused, never guessed', () => {
    expect(parseDate('3/4/2024', null)).toEqual({
      ok: false,
      reason: 'ambiguous',
      message: '“3/4/2024” can be day first or month first. Say which the column uses.',
    })
  })

  test.each([
    ['2026-01-15x', null, '“2026-01-15x” is not a date.'],
    ['soon', null, '“soon” is not a date.'],
    ['', null, '“” is not a date.'],
    ['31/02/2024', null, '“31/02/2024” is not a day of the calendar.'],
    ['2023-02-29', null, '“2023-02-29” is not a day of the calendar.'],
    ['2024-13-01', null, '“2024-13-01” is not a day of the calendar.'],
    ['0202-01-15', null, '“0202-01-15” is in the year 0202; it must be from 1990 to 2100.'],
    ['15.01.0202', 'dmy', '“15.01.0202” is in the year 0202; it must be from 1990 to 2100.'],
    ['9999-12-31', null, '“9999-12-31” is in the year 9999; it must be from 1990 to 2100.'],
    ['45310', null, '“45310” is a spreadsheet’s day number. Format the column as a date.'],
    [
      '1/19/2024',
      'dmy',
      '“1/19/2024” has the month first, but the column is read with the day first.',
    ],
    ['2024-01-19 25:00', null, '“2024-01-19 25:00” is not a date.'],
    ['2024-01-19 13:00 PM', null, '“2024-01-19 13:00 PM” is not a date.'],
    ['31 Foo 2025', null, '“31 Foo 2025” is not a date.'],
  ] as const)('%s is refused', (text, order, message) => {
    expect(parseDate(text, order)).toEqual({ ok: false, reason: 'invalid', message })
  })
})

describe('orderEvidence', () => {
  test.each([
    ['19/1/2024', 'dmy'],
    ['1/19/2024', 'mdy'],
    ['3/4/2024', 'ambiguous'],
    ['4.4.2024', 'either'],
    ['2024-03-04', 'either'],
    ['09/Jan/24', 'either'],
    ['2025-03', 'month'],
    ['Acme', null],
  ])('%s: %s', (text, evidence) => {
    expect(orderEvidence(text)).toBe(evidence)
  })
})

describe('toMoment', () => {
  const moment = (text: string, zone: string) => {
    const parsed = parseDate(text, null)
    return parsed.ok ? toMoment(parsed, zone).toISOString() : null
  }

  test.each([
    ['2024-01-19T09:42:24.000+0000', 'Europe/Istanbul', '2024-01-19T09:42:24.000Z'],
    ['2024-01-19T09:42:24+03:00', 'UTC', '2024-01-19T06:42:24.000Z'],
    ['09/Jan/24 3:54 PM', 'Europe/Istanbul', '2024-01-09T12:54:00.000Z'],
    ['2024-07-01 12:00', 'Europe/Berlin', '2024-07-01T10:00:00.000Z'],
    ['2024-01-01 12:00', 'Europe/Berlin', '2024-01-01T11:00:00.000Z'],
    ['2024-01-19', 'UTC', '2024-01-19T12:00:00.000Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(moment(text, zone)).toBe(expected)
  })
})
