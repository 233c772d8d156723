import { describe, expect } from 'vitest'

import { limitedSignIn, limitReset, limitSecret, limitSubmit } from '#app/http/limits.server.ts'
import { rateLimits } from '#db/schema/rate-limits.ts'
import { test } from '#tests/support/db.ts'
import { refusal } from '#tests/support/people.ts'

const ADA = { ip: '192.0.2.1', email: 'ada@example.com' }

/** Outcomes of `count` uses, counted. */
async function outcomesOf(count: number, use: () => Promise<unknown>) {
  const outcomes: Record<string, number> = {}
  for (let n = 0; n < count; n += 1) {
    const outcome = await refusal(use())
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  return outcomes
}

/** A sign-in that fails, which counts; as `refusal` reads it. */
const failing = (who: typeof ADA) => () =>
  limitedSignIn(who, () => Promise.reject(new Error('wrong'))).catch((error: Error) => {
    if (error.message !== 'wrong') throw error
  })

describe('sign-ins', () => {
  test('that fail are limited to ten for a person at a computer', async ({ db }) => {
    expect(await outcomesOf(12, failing(ADA))).toEqual({ done: 10, limit: 2 })
    expect(await refusal(failing({ ...ADA, email: 'otto@example.com' })())).toBe('done')
    expect(await refusal(failing({ ...ADA, ip: '192.0.2.2' })())).toBe('done')
    const keys = (await db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key)
    expect(keys.join()).not.toContain('ada@')
  })

  test('that succeed do not count, and forgive those that failed', async ({ db }) => {
    expect(await outcomesOf(9, failing(ADA))).toEqual({ done: 9 })
    const right = () => limitedSignIn(ADA, () => Promise.resolve('in'))
    expect(await outcomesOf(70, right)).toEqual({ done: 70 })
    expect(await outcomesOf(11, failing(ADA))).toEqual({ done: 10, limit: 1 })
    expect(await db.$count(rateLimits)).toBe(3)
  })

  test('of many people at one computer are limited to fifty failures', async ({ db }) => {
    let n = 0
    const guess = () => failing({ ...ADA, email: `person${(n += 1)}@example.com` })()
    expect(await outcomesOf(52, guess)).toEqual({ done: 50, limit: 2 })
    expect(await db.$count(rateLimits)).toBe(101)
  })

  test('for one person from many computers are limited to fifty failures', async ({ db }) => {
    let n = 0
    const guess = () => failing({ ...ADA, ip: `192.0.2.${(n += 1)}` })()
    expect(await outcomesOf(52, guess)).toEqual({ done: 50, limit: 2 })
    expect(await refusal(failing({ ...ADA, email: 'otto@example.com' })())).toBe('done')
    // 52 computers, 52 times Ada at one, Ada herself, Otto, and Otto at one.
    expect(await db.$count(rateLimits)).toBe(107)
  })
})

test('reset links: three an hour to an address', async ({ db }) => {
  expect(await outcomesOf(4, () => limitReset(ADA))).toEqual({ done: 3, limit: 1 })
  expect(await db.$count(rateLimits)).toBe(2)
})

test('codes and links: thirty tries from a computer', async ({ db }) => {
  expect(await outcomesOf(31, () => limitSecret(ADA.ip))).toEqual({ done: 30, limit: 1 })
  expect(await db.$count(rateLimits)).toBe(1)
})

test('submitting: sixty an hour for each person', async ({ db }) => {
  expect(await outcomesOf(61, () => limitSubmit(1))).toEqual({ done: 60, limit: 1 })
  expect(await refusal(limitSubmit(2))).toBe('done')
  expect(await db.$count(rateLimits)).toBe(2)
})
