import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { endSession, findSession, startSession } from '#app/auth/lucia.server.ts'
import { people, sessions } from '#db/schema/people.ts'
import { test } from '#tests/support/db.ts'
import { makeAdministration } from '#tests/support/people.ts'

const DAY = 86_400_000

/** What the browser sends back of a `Set-Cookie`. */
const sent = (setCookie: string) => setCookie.split(';')[0] ?? ''

describe('a session', () => {
  test('is a cookie that no script reads and no other site sends', async ({ db }) => {
    const { admin } = await makeAdministration(db)
    const setCookie = await startSession(admin.id, '')
    expect(setCookie).toMatch(/^causeway_session=[\w-]{43}; /)
    const attributes = setCookie.split('; ').slice(1)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(attributes).not.toContain('Secure')
  })

  test('tells who it is, and is stored only as a hash', async ({ db }) => {
    const { admin } = await makeAdministration(db)
    const cookie = sent(await startSession(admin.id, ''))
    expect(await findSession(`theme=x; ${cookie}`)).toEqual({
      person: {
        id: admin.id,
        name: 'Ada Admin',
        email: 'ada@example.com',
        role: 'admin',
        team: 'other',
        theme: 'system',
      },
      setCookie: null,
    })
    const [row] = await db.select().from(sessions)
    expect(cookie).not.toContain(row?.id)
  })

  test('gets another id at every sign-in, and the earlier one ends', async ({ db }) => {
    const { admin } = await makeAdministration(db)
    const first = sent(await startSession(admin.id, ''))
    const second = sent(await startSession(admin.id, first))
    expect(second).not.toBe(first)
    expect((await findSession(first)).person).toBeNull()
    expect((await findSession(second)).person?.id).toBe(admin.id)
    expect(await db.select().from(sessions)).toHaveLength(1)
  })

  test('is prolonged in its second half, with a new cookie', async ({ db }) => {
    const { admin } = await makeAdministration(db)
    const cookie = sent(await startSession(admin.id, ''))
    const soon = new Date(Date.now() + 6 * DAY)
    await db.update(sessions).set({ expiresAt: soon })
    const { setCookie } = await findSession(cookie)
    expect(sent(setCookie ?? '')).toBe(cookie)
    const [row] = await db.select().from(sessions)
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * DAY)
  })

  test('that is void is taken away: ended, expired, made up, or of somebody deactivated', async ({
    db,
  }) => {
    const { admin, other } = await makeAdministration(db)
    const ended = sent(await startSession(admin.id, ''))
    expect(sent(await endSession(ended))).toBe('causeway_session=')
    const expired = sent(await startSession(admin.id, ''))
    await db.update(sessions).set({ expiresAt: new Date(Date.now() - 1) })
    const deactivated = sent(await startSession(other.id, ''))
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, other.id))
    for (const cookie of [ended, expired, deactivated, 'causeway_session=made-up']) {
      const { person, setCookie } = await findSession(cookie)
      expect(person).toBeNull()
      expect(sent(setCookie ?? '')).toBe('causeway_session=')
    }
  })

  test('is nobody’s without a cookie', async ({ db }) => {
    await makeAdministration(db)
    expect(await findSession('')).toEqual({ person: null, setCookie: null })
  })
})
