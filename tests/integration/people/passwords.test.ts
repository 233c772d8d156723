import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { changePassword } from '#app/domain/people/change-password.server.ts'
import {
  createResetLink,
  findResetLink,
  requestPasswordReset,
  resetPassword,
} from '#app/domain/people/reset-links.server.ts'
import { signIn } from '#app/domain/people/sign-in.server.ts'
import { passwordResets, people, sessions } from '#db/schema/people.ts'
import { makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { untilSomebodyWaits } from '#tests/support/locks.ts'
import {
  eventsOf,
  makeAdministration,
  makeSession,
  nonAdmins,
  PASSWORD,
  race,
  refusal,
} from '#tests/support/people.ts'

const HOUR = 3_600_000
const FRESH = 'another good password'

describe('signIn', () => {
  test('with a password that is changed while it is checked is refused', async ({
    committedDb: db,
  }) => {
    const { admin, anonymous } = await makeAdministration(db)
    const signingIn = await db.transaction(async (tx) => {
      await tx.update(people).set({ passwordHash: 'another' }).where(eq(people.id, admin.id))
      const outcome = refusal(signIn(anonymous, { email: 'ada@example.com', password: PASSWORD }))
      await Promise.race([outcome, untilSomebodyWaits(db)])
      return { outcome }
    })
    expect(await signingIn.outcome).toBe('invalid')
    expect(await eventsOf(db)).toEqual([])
  })

  test('knows the person by address and password, and writes it down', async ({ db }) => {
    const { admin, anonymous } = await makeAdministration(db)
    expect(await signIn(anonymous, { email: 'ada@example.com', password: PASSWORD })).toEqual({
      personId: admin.id,
    })
    expect(await eventsOf(db)).toEqual([
      {
        name: 'person.signed_in',
        subjectType: 'person',
        subjectId: String(admin.id),
        actorId: admin.id,
        data: {},
      },
    ])
  })

  test('says the same of a wrong password, a stranger, the deactivated and the passwordless', async ({
    db,
  }) => {
    const { admin, anonymous } = await makeAdministration(db)
    await makePerson(db, { email: 'none@example.com', passwordHash: null })
    await db.update(people).set({ deactivatedAt: NOW }).where(eq(people.id, admin.id))
    const tries = [
      { email: 'otto@example.com', password: 'wrong' },
      { email: 'stranger@example.com', password: PASSWORD },
      { email: 'ada@example.com', password: PASSWORD },
      { email: 'none@example.com', password: PASSWORD },
    ]
    for (const attempt of tries) {
      await expect(signIn(anonymous, attempt)).rejects.toThrow('E-mail or password is not right.')
    }
    expect(await eventsOf(db)).toEqual([])
  })
})

describe('changePassword', () => {
  const input = { current: PASSWORD, password: FRESH }

  test('ends every session and unused link', async ({ db }) => {
    const { admin, other, as, anonymous } = await makeAdministration(db)
    await makeSession(db, admin.id, 'here')
    await makeSession(db, admin.id, 'there')
    await makeSession(db, other.id, 'of another')
    await requestPasswordReset(anonymous, { email: 'ada@example.com' })

    await changePassword(as(admin), input)

    expect(await db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: 'of another' }])
    expect(await db.select().from(passwordResets)).toEqual([])
    expect((await eventsOf(db)).slice(1)).toMatchObject([
      { name: 'person.password_changed', actorId: admin.id, data: {} },
    ])
    const attempt = (password: string) =>
      refusal(signIn(anonymous, { email: 'ada@example.com', password }))
    expect(await attempt(PASSWORD)).toBe('invalid')
    expect(await attempt(FRESH)).toBe('done')
  })

  test('refuses a wrong present password beside its field', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const wrong = { ...input, current: 'wrong' }
    expect(await refusal(changePassword(as(admin), wrong))).toBe('invalid current')
    expect(await eventsOf(db)).toEqual([])
  })

  test('of two at once one changes it', async ({ committedDb: db }) => {
    const { admin, as } = await makeAdministration(db)
    const outcomes = await race(changePassword(as(admin), input), changePassword(as(admin), input))
    expect(['conflict', 'invalid current']).toContain(outcomes.find((one) => one !== 'done'))
    expect(await eventsOf(db)).toHaveLength(1)
  })
})

describe('a reset link', () => {
  test('asked for by mail works for an hour and is stored as its hash', async ({ db }) => {
    const { admin, anonymous } = await makeAdministration(db)
    const link = await requestPasswordReset(anonymous, { email: 'ada@example.com' })
    expect(link).toMatchObject({ name: 'Ada Admin', expiresAt: new Date(NOW.getTime() + HOUR) })
    const stored = JSON.stringify(await db.select().from(passwordResets))
    expect(stored).not.toContain(link?.token)
    expect(await eventsOf(db)).toMatchObject([
      { name: 'person.reset_requested', actorId: admin.id, data: {} },
    ])
  })

  test('is made for nobody unknown or deactivated', async ({ db }) => {
    const { anonymous } = await makeAdministration(db)
    await makePerson(db, { email: 'gone@example.com', deactivatedAt: NOW })
    expect(await requestPasswordReset(anonymous, { email: 'nobody@example.com' })).toBeNull()
    expect(await requestPasswordReset(anonymous, { email: 'gone@example.com' })).toBeNull()
    expect(await eventsOf(db)).toEqual([])
  })

  test('handed over by an admin works for a day and makes earlier ones void', async ({ db }) => {
    const { admin, other, as, anonymous } = await makeAdministration(db)
    const first = await createResetLink(as(admin), { personId: other.id })
    const second = await createResetLink(as(admin), { personId: other.id })
    expect(second).toMatchObject({
      name: 'Otto Admin',
      email: 'otto@example.com',
      expiresAt: new Date(NOW.getTime() + 24 * HOUR),
    })
    expect(await findResetLink(anonymous, first.token)).toBeNull()
    expect(await findResetLink(anonymous, second.token)).toEqual({
      name: 'Otto Admin',
      email: 'otto@example.com',
    })
    expect((await eventsOf(db)).map(({ name, subjectId }) => [name, subjectId])).toEqual([
      ['person.reset_link_created', String(other.id)],
      ['person.reset_link_created', String(other.id)],
    ])
  })

  test('is made by admins only, and for nobody who left', async ({ db }) => {
    const { admin, other, as } = await makeAdministration(db)
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(createResetLink(ctx, { personId: other.id }))).toBe('forbidden')
    }
    const gone = await makePerson(db, { deactivatedAt: NOW })
    expect(await refusal(createResetLink(as(admin), { personId: gone.id }))).toBe('not_found')
  })

  test('sets a new password once, and ends every session', async ({ db }) => {
    const { admin, other, as, anonymous } = await makeAdministration(db)
    await makeSession(db, other.id, 'here')
    const { token } = await createResetLink(as(admin), { personId: other.id })

    await resetPassword(anonymous, token, { password: FRESH })

    expect(await db.select().from(sessions)).toEqual([])
    expect((await eventsOf(db)).at(-1)).toMatchObject({
      name: 'person.password_reset',
      actorId: other.id,
      data: {},
    })
    expect(await refusal(signIn(anonymous, { email: 'otto@example.com', password: FRESH }))).toBe(
      'done',
    )
    expect(await findResetLink(anonymous, token)).toBeNull()
    expect(await refusal(resetPassword(anonymous, token, { password: FRESH }))).toBe('not_found')
  })

  test('works no longer when it is old, made up, its person has left or its maker is no admin any more', async ({
    db,
  }) => {
    const { admin, other, as, anonymous } = await makeAdministration(db)
    const { token } = await createResetLink(as(admin), { personId: other.id })
    const late = { ...anonymous, now: new Date(NOW.getTime() + 24 * HOUR) }
    expect(await refusal(resetPassword(late, token, { password: FRESH }))).toBe('not_found')
    expect(await refusal(resetPassword(anonymous, 'made-up', { password: FRESH }))).toBe(
      'not_found',
    )
    await db.update(people).set({ role: 'manager' }).where(eq(people.id, admin.id))
    expect(await findResetLink(anonymous, token)).toBeNull()
    expect(await refusal(resetPassword(anonymous, token, { password: FRESH }))).toBe('not_found')
    await db.update(people).set({ role: 'admin' }).where(eq(people.id, admin.id))
    await db.update(people).set({ deactivatedAt: NOW }).where(eq(people.id, other.id))
    expect(await findResetLink(anonymous, token)).toBeNull()
    expect(await refusal(resetPassword(anonymous, token, { password: FRESH }))).toBe('not_found')
  })

  test('of two at once one sets the password', async ({ committedDb: db }) => {
    const { admin, other, as, anonymous } = await makeAdministration(db)
    const { token } = await createResetLink(as(admin), { personId: other.id })
    const set = () => resetPassword(anonymous, token, { password: FRESH })
    expect(await race(set(), set())).toEqual(['done', 'not_found'])
    expect(await eventsOf(db)).toHaveLength(2)
  })
})
