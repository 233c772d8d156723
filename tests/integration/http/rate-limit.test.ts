import { expect } from 'vitest'

import { rateLimit } from '#app/http/rate-limit.server.ts'
import { rateLimits } from '#db/schema/rate-limits.ts'
import { test } from '#tests/support/db.ts'

test('of sixteen uses at once, three fit', async ({ committedDb }) => {
  const limit = rateLimit('test', 3, 60, 'Too often. Wait a minute.')
  const answers = await Promise.allSettled(Array.from({ length: 16 }, () => limit.use('ada')))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'limit', message: 'Too often. Wait a minute.' },
  })
  expect(await committedDb.select({ points: rateLimits.points }).from(rateLimits)).toEqual([
    { points: 16 },
  ])
})
