import { z } from 'zod'

import { day, recordId } from '#app/lib/fields.ts'
import { sum } from '#app/lib/numbers.ts'

/** Days for which a poll is open unless its opener says otherwise. */
export const USUAL_DAYS = 14

/** What the numbers of a rating mean. */
export const RATING_WORDS = [
  'Not at all',
  'Hardly',
  'In part',
  'Mostly',
  'Exactly whom we want',
] as const

export const openPollSchema = z.object({
  productLineId: recordId,
  closesOn: day,
  people: z.array(recordId).default([]),
})
export type OpenPoll = z.output<typeof openPollSchema>

/** One tap: how ideal the account is, or `unknown`. */
export const ratingSchema = z.object({
  accountId: recordId,
  rating: z
    .enum(['1', '2', '3', '4', '5', 'unknown'], { error: 'Choose one of the list.' })
    .transform((word) => (word === 'unknown' ? null : Number(word))),
})
export type Rating = z.output<typeof ratingSchema>

const share = z
  .number({ error: 'Enter a whole number.' })
  .int('Enter a whole number.')
  .min(0, 'Not below 0.')
  .max(100, 'At most 100.')
  .default(0)

/** Points by criterion, as far as a person has come. */
export const pointsDraftSchema = z.object({
  points: z.array(z.object({ criterionId: recordId, points: share })).min(1),
})
export type PointsDraft = z.output<typeof pointsDraftSchema>

/** The same when it is sent: they add up to 100. */
export const pointsSchema = pointsDraftSchema.superRefine(({ points }, ctx) => {
  const total = sum(points.map((one) => one.points))
  if (total !== 100) {
    ctx.addIssue({ code: 'custom', path: ['points'], message: pointsLeftText(total) })
  }
})

/** What is missing to 100 points, or too much. */
export function pointsLeftText(total: number): string {
  if (total === 100) return 'All 100 points are given.'
  return total < 100
    ? `${100 - total} of 100 points are left to give.`
    : `${total - 100} points too many: take some away.`
}
