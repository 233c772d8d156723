import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { forgetExpired } from '#app/domain/people/forget-expired.server.ts'
import { rename, setTheme, signOutEverywhere } from '#app/domain/people/own-profile.server.ts'
import { createResetLink } from '#app/domain/people/reset-links.server.ts'
import { countSessions } from '#app/domain/people/sessions.server.ts'
import { passwordResets, people, sessions } from '#db/schema/people.ts'
import { NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, makeAdministration, makeSession } from '#tests/support/people.ts'

const DAY = 86_400_000

describe('what one sets for oneself', () => {
  test('a name, found by its folded form', async ({ db }) => {
    const { csm, as } = await makeAdministration(db)
    await rename(as(csm), { name: 'Selin Işık' })
    const [row] = await db.select().from(people).where(eq(people.id, csm.id))
    expect(row).toMatchObject({ name: 'Selin Işık', nameFold: 'selin isik' })
    expect(await eventsOf(db)).toMatchObject([
      { name: 'person.renamed', actorId: csm.id, data: { from: 'Selin Aksoy', to: 'Selin Işık' } },
    ])
  })

  test('a theme', async ({ db }) => {
    const { csm, as } = await makeAdministration(db)
    await setTheme(as(csm), { theme: 'dark' })
    const [row] = await db.select().from(people).where(eq(people.id, csm.id))
    expect(row?.theme).toBe('dark')
    expect(await eventsOf(db)).toMatchObject([
      { name: 'person.theme_chosen', actorId: csm.id, data: { theme: 'dark' } },
    ])
  })

  test('the end of all their sessions, and of nobody else’s', async ({ db }) => {
    const { csm, pm, as, anonymous } = await makeAdministration(db)
    await makeSession(db, csm.id, 'desk')
    await makeSession(db, csm.id, 'phone')
    await makeSession(db, pm.id, 'other')
    expect(await countSessions(anonymous, csm.id)).toBe(2)
    await signOutEverywhere(as(csm))
    expect(await db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: 'other' }])
    expect(await eventsOf(db)).toMatchObject([
      { name: 'person.signed_out_everywhere', actorId: csm.id },
    ])
  })
})

describe('forgetExpired', () => {
  test('deletes what has run out and nothing else', async ({ db }) => {
    const { admin, csm, pm, as } = await makeAdministration(db)
    await makeSession(db, csm.id, 'runs for a day')
    await createResetLink(as(admin), { personId: csm.id })
    await createResetLink(as(admin, new Date(NOW.getTime() + DAY)), { personId: pm.id })
    await forgetExpired({ db, now: new Date(NOW.getTime() + DAY - 1) })
    expect(await db.select().from(sessions)).toHaveLength(1)
    await forgetExpired({ db, now: new Date(NOW.getTime() + DAY) })
    expect(await db.select().from(sessions)).toEqual([])
    expect(await db.select().from(passwordResets)).toMatchObject([{ personId: pm.id }])
  })
})
