import { describe, expect, test } from 'vitest'

import { planAccounts } from '#app/domain/demo/accounts.ts'
import { clockAt } from '#app/domain/demo/clock.ts'
import { planRequests, REQUESTS } from '#app/domain/demo/requests.ts'
import { THEMES } from '#app/domain/demo/themes.ts'
import { randomOf } from '#app/lib/random.ts'

const plan = (seed: string) => {
  const clock = clockAt(new Date('2026-03-11T09:30:00Z'))
  const accounts = planAccounts(randomOf(seed), clock)
  return { accounts, requests: planRequests(randomOf(seed), accounts) }
}

describe('the plan of the demo company', () => {
  const { accounts, requests } = plan('test')

  test('every slot of a sentence is filled', () => {
    for (const { body, goal } of requests) expect(`${body} ${goal}`).not.toMatch(/[{}]/)
  })

  test('people say the same thing in different words', () => {
    expect(new Set(requests.map(({ body }) => body)).size).toBeGreaterThan(370)
  })

  test('counts 400 with the parts of the split ones', () => {
    const split = requests.filter(({ course }) => course.kind === 'split')
    expect(requests.length + split.length).toBe(REQUESTS)
  })

  test('nothing is decided before it was said, or in the future', () => {
    for (const { ago, course } of requests) {
      expect(ago).toBeGreaterThan(0)
      if (!('ago' in course)) continue
      expect(course.ago).toBeLessThan(ago)
      expect(course.ago).toBeGreaterThan(0)
    }
  })

  test('a change request gets its commercial decision before it reaches the backlog', () => {
    for (const { type, course } of requests) {
      if (course.kind !== 'item' || type !== 'change_request') continue
      expect(course.commercial?.ago).toBeGreaterThan(course.ago)
    }
  })

  test('keys, names and items are told apart', () => {
    for (const keys of [
      accounts.map(({ name }) => name),
      requests.map(({ key }) => key),
      THEMES.map(({ key }) => key),
      THEMES.map(({ title }) => title),
    ]) {
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('another seed tells another story', () => {
    expect(plan('other').requests.map(({ account }) => account)).not.toEqual(
      requests.map(({ account }) => account),
    )
  })
})
