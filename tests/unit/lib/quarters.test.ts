import { expect, test } from 'vitest'

import { lastDayOf, quarterOf, quartersFrom } from '#app/lib/quarters.ts'

test.each([
  ['2026-01-01', 'Q1 2026'],
  ['2026-03-31', 'Q1 2026'],
  ['2026-04-01', 'Q2 2026'],
  ['2026-09-30', 'Q3 2026'],
  ['2026-12-31', 'Q4 2026'],
])('%s lies in %s', (date, quarter) => {
  expect(quarterOf(date)).toBe(quarter)
})

test.each([
  ['Q1 2026', '2026-03-31'],
  ['Q2 2026', '2026-06-30'],
  ['Q3 2028', '2028-09-30'],
  ['Q4 2026', '2026-12-31'],
  ['Q5 2026', null],
  ['2026-Q1', null],
  ['', null],
])('%s ends on %s', (quarter, day) => {
  expect(lastDayOf(quarter)).toBe(day)
})

test('the quarters that follow go over the end of the year', () => {
  expect(quartersFrom('2026-08-15', 3)).toEqual(['Q3 2026', 'Q4 2026', 'Q1 2027'])
})
