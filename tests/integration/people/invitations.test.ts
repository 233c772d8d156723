import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import {
  acceptInvitation,
  findOpenInvitation,
} from '#app/domain/people/accept-invitation.server.ts'
import { invitePerson } from '#app/domain/people/invite-person.server.ts'
import { listOpenInvitations } from '#app/domain/people/list-people.server.ts'
import { revokeInvitation } from '#app/domain/people/revoke-invitation.server.ts'
import { invitations, people } from '#db/schema/people.ts'
import { makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, makeAdministration, nonAdmins, race, refusal } from '#tests/support/people.ts'

const INPUT = { email: 'new@example.com', role: 'contributor', team: 'product' } as const
const JOINING = { name: 'Nil Yıldız', password: 'a long enough password' }
const SEVEN_DAYS = 7 * 24 * 3_600_000

describe('invitePerson', () => {
  test('makes a link for seven days, of which only the hash is stored', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)

    const { invitationId, token, expiresAt } = await invitePerson(as(admin), INPUT)

    expect(expiresAt.getTime() - NOW.getTime()).toBe(SEVEN_DAYS)
    const [row] = await db.select().from(invitations)
    expect(row).toMatchObject({ id: invitationId, ...INPUT, invitedBy: admin.id, acceptedAt: null })
    expect(JSON.stringify(row)).not.toContain(token)
    const all = await eventsOf(db)
    expect(all).toEqual([
      {
        name: 'person.invited',
        subjectType: 'invitation',
        subjectId: String(invitationId),
        actorId: admin.id,
        data: INPUT,
      },
    ])
    expect(JSON.stringify(all)).not.toContain(token)
  })

  test('refuses an address that is here, was here, or is invited', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    await makePerson(db, { email: 'Here@Example.com' })
    await makePerson(db, { email: 'was@example.com', deactivatedAt: NOW })
    const invite = (email: string) => refusal(invitePerson(as(admin), { ...INPUT, email }))
    expect(await invite('here@example.com')).toBe('invalid email')
    expect(await invite('was@example.com')).toBe('invalid email')
    expect(await invite('new@example.com')).toBe('done')
    expect(await invite('new@example.com')).toBe('invalid email')
  })

  test('invites again once the first invitation has run out', async ({ db }) => {
    const { admin, as, anonymous } = await makeAdministration(db)
    const first = await invitePerson(as(admin), INPUT)
    const later = new Date(NOW.getTime() + SEVEN_DAYS)
    const second = await invitePerson(as(admin, later), INPUT)
    expect(await findOpenInvitation({ ...anonymous, now: later }, first.token)).toBeNull()
    expect(await findOpenInvitation({ ...anonymous, now: later }, second.token)).toEqual(INPUT)
  })

  test('is for admins', async ({ db }) => {
    await makeAdministration(db)
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(invitePerson(ctx, INPUT))).toBe('forbidden')
      expect(await refusal(listOpenInvitations(ctx))).toBe('forbidden')
    }
    expect(await eventsOf(db)).toEqual([])
  })

  test('is listed with the day it ends on in the organisation', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    // Half past midnight in Berlin, seven days before the 22nd.
    const night = { ...as(admin), now: new Date('2026-01-14T23:30:00Z') }
    await invitePerson(night, INPUT)
    expect(await listOpenInvitations(night)).toMatchObject([{ expiresOn: '2026-01-22' }])
  })

  test('of two admins at once one invites', async ({ committedDb: db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const outcomes = await race(invitePerson(as(admin), INPUT), invitePerson(as(other), INPUT))
    expect(outcomes).toEqual(['done', 'invalid email'])
    expect(await db.select().from(invitations)).toHaveLength(1)
    expect(await eventsOf(db)).toHaveLength(1)
  })
})

describe('acceptInvitation', () => {
  test('lets the person in with role and team of the invitation', async ({ db }) => {
    const { admin, as, anonymous } = await makeAdministration(db)
    const { invitationId, token } = await invitePerson(as(admin), INPUT)

    const person = await acceptInvitation(anonymous, token, JOINING)

    expect(person).toMatchObject({ name: 'Nil Yıldız', role: 'contributor', team: 'product' })
    const [row] = await db.select().from(people).where(eq(people.id, person.id))
    expect(row).toMatchObject({ email: 'new@example.com', nameFold: 'nil yildiz' })
    expect((await eventsOf(db)).at(-1)).toEqual({
      name: 'person.joined',
      subjectType: 'person',
      subjectId: String(person.id),
      actorId: person.id,
      data: { invitationId, role: 'contributor', team: 'product' },
    })
    expect(await listOpenInvitations(as(admin))).toEqual([])
  })

  test('refuses a link that is made up, too old, revoked or used', async ({ db }) => {
    const { admin, as, anonymous } = await makeAdministration(db)
    const { invitationId, token } = await invitePerson(as(admin), INPUT)
    const late = { ...anonymous, now: new Date(NOW.getTime() + SEVEN_DAYS) }
    expect(await refusal(acceptInvitation(anonymous, 'made-up', JOINING))).toBe('not_found')
    expect(await refusal(acceptInvitation(late, token, JOINING))).toBe('not_found')
    await revokeInvitation(as(admin), { invitationId })
    expect(await findOpenInvitation(anonymous, token)).toBeNull()
    expect(await refusal(acceptInvitation(anonymous, token, JOINING))).toBe('not_found')
    const again = await invitePerson(as(admin), INPUT)
    await acceptInvitation(anonymous, again.token, JOINING)
    expect(await refusal(acceptInvitation(anonymous, again.token, JOINING))).toBe('not_found')
  })

  test.for([
    ['was deactivated', { deactivatedAt: NOW }],
    ['is no admin any more', { role: 'manager' }],
  ] as const)('refuses a link of somebody who %s', async ([, change], { db }) => {
    const { admin, other, as, anonymous } = await makeAdministration(db)
    const { token } = await invitePerson(as(admin), INPUT)
    await db.update(people).set(change).where(eq(people.id, admin.id))
    expect(await findOpenInvitation(anonymous, token)).toBeNull()
    expect(await refusal(acceptInvitation(anonymous, token, JOINING))).toBe('not_found')
    expect(await listOpenInvitations(as(other))).toEqual([])
    const again = await invitePerson(as(other), INPUT)
    expect(await refusal(acceptInvitation(anonymous, again.token, JOINING))).toBe('done')
  })

  test('refuses when the address came in another way meanwhile', async ({ db }) => {
    const { admin, as, anonymous } = await makeAdministration(db)
    const { token } = await invitePerson(as(admin), INPUT)
    await makePerson(db, { email: INPUT.email })
    expect(await refusal(acceptInvitation(anonymous, token, JOINING))).toBe('conflict')
  })

  test('of two at once one joins', async ({ committedDb: db }) => {
    const { admin, as, anonymous } = await makeAdministration(db)
    const { token } = await invitePerson(as(admin), INPUT)
    const outcomes = await race(
      acceptInvitation(anonymous, token, JOINING),
      acceptInvitation(anonymous, token, JOINING),
    )
    expect(outcomes).toEqual(['done', 'not_found'])
    expect((await eventsOf(db)).map(({ name }) => name)).toEqual([
      'person.invited',
      'person.joined',
    ])
  })
})

describe('revokeInvitation', () => {
  test('is written down once, and the second is told', async ({ db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const { invitationId } = await invitePerson(as(admin), INPUT)
    await revokeInvitation(as(other), { invitationId })
    expect(await refusal(revokeInvitation(as(admin), { invitationId }))).toBe('conflict')
    expect((await eventsOf(db)).slice(1)).toEqual([
      {
        name: 'invitation.revoked',
        subjectType: 'invitation',
        subjectId: String(invitationId),
        actorId: other.id,
        data: { email: 'new@example.com' },
      },
    ])
  })

  test('is for admins', async ({ db }) => {
    const { admin, as } = await makeAdministration(db)
    const { invitationId } = await invitePerson(as(admin), INPUT)
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(revokeInvitation(ctx, { invitationId }))).toBe('forbidden')
    }
  })
})
