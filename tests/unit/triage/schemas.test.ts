import { expect, test } from 'vitest'

import { declineSchema } from '#app/domain/triage/schemas.ts'

test.for([
  ['0202-01-01', 'The year must be from 1990 to 2100.'],
  ['2026-02-30', 'Write the date as 2026-01-15.'],
])('to look again on %s is a slip', ([revisitOn, said]) => {
  const typed = { version: '1', reason: 'other', words: 'Not now.', revisitOn }
  const issues = declineSchema.safeParse(typed).error?.issues
  expect(issues?.map(({ path, message }) => [path[0], message])).toEqual([['revisitOn', said]])
})
