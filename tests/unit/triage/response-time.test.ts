import { expect, it } from 'vitest'

import { responseTimes } from '#app/domain/triage/response-time.ts'

const HOUR = 3_600_000
const start = new Date('2026-01-12T09:00:00Z')
const after = (hours: number) => new Date(start.getTime() + hours * HOUR)
const answered = (hours: number, target: number) => ({
  createdAt: start,
  firstAnsweredAt: after(hours),
  answerDueAt: after(target),
})

it('takes the middle wait, and the share that kept its target', () => {
  expect(responseTimes([answered(50, 24), answered(2, 24), answered(24, 24)])).toEqual({
    answered: 3,
    median: 24 * HOUR,
    withinTarget: 2 / 3,
  })
})

it('takes the mean of the two middle waits of an even count', () => {
  expect(responseTimes([answered(1, 8), answered(4, 8)]).median).toBe(2.5 * HOUR)
})

it('says nothing about nothing', () => {
  expect(responseTimes([])).toEqual({ answered: 0, median: null, withinTarget: null })
})
