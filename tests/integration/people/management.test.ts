import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { changeRole } from '#app/domain/people/change-role.server.ts'
import { deactivatePerson, reactivatePerson } from '#app/domain/people/deactivate-person.server.ts'
import { getPerson, listActivePeople, listPeople } from '#app/domain/people/list-people.server.ts'
import { people, sessions } from '#db/schema/people.ts'
import { makeAccount, makeItem, makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import {
  eventsOf,
  makeAdministration,
  makeSession,
  nonAdmins,
  race,
  refusal,
} from '#tests/support/people.ts'

const stateOf = async (db: Parameters<typeof eventsOf>[0], id: number) => {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row
}

describe('changeRole', () => {
  test('gives another role and team, with what it was in the log', async ({ db }) => {
    const { admin, csm, as } = await makeAdministration(db)
    await changeRole(as(admin), {
      personId: csm.id,
      role: 'manager',
      team: 'product',
      wasRole: 'contributor',
      wasTeam: 'cs',
    })
    expect(await stateOf(db, csm.id)).toMatchObject({ role: 'manager', team: 'product' })
    expect(await eventsOf(db)).toEqual([
      {
        name: 'person.role_changed',
        subjectType: 'person',
        subjectId: String(csm.id),
        actorId: admin.id,
        data: {
          from: { role: 'contributor', team: 'cs' },
          to: { role: 'manager', team: 'product' },
        },
      },
    ])
  })

  const demotion = (personId: number) =>
    ({ personId, role: 'viewer', team: 'other', wasRole: 'admin', wasTeam: 'other' }) as const

  test('the second of two who saw the same is told', async ({ db }) => {
    const { admin, other, csm, as } = await makeAdministration(db)
    const saw = { personId: csm.id, team: 'cs', wasRole: 'contributor', wasTeam: 'cs' } as const
    expect(await refusal(changeRole(as(admin), { ...saw, role: 'manager' }))).toBe('done')
    expect(await refusal(changeRole(as(other), { ...saw, role: 'viewer' }))).toBe('conflict')
    expect(await stateOf(db, csm.id)).toMatchObject({ role: 'manager' })
  })

  test('keeps the last admin', async ({ db }) => {
    const { admin, other, as } = await makeAdministration(db)
    expect(await refusal(changeRole(as(admin), demotion(other.id)))).toBe('done')
    expect(await refusal(changeRole(as(admin), demotion(admin.id)))).toBe('invalid')
    const moved = { ...demotion(admin.id), role: 'admin', team: 'product' } as const
    expect(await refusal(changeRole(as(admin), moved))).toBe('done')
  })

  test('of two admins who take it from each other at once one stays', async ({
    committedDb: db,
  }) => {
    const { admin, other, as } = await makeAdministration(db)
    const outcomes = await race(
      changeRole(as(admin), demotion(other.id)),
      changeRole(as(other), demotion(admin.id)),
    )
    expect(outcomes).toEqual(['done', 'invalid'])
    expect(await eventsOf(db)).toHaveLength(1)
  })

  test('is for admins', async ({ db }) => {
    const { csm } = await makeAdministration(db)
    const promotion = {
      personId: csm.id,
      role: 'admin',
      team: 'cs',
      wasRole: 'contributor',
      wasTeam: 'cs',
    } as const
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(changeRole(ctx, promotion))).toBe('forbidden')
    }
    expect(await eventsOf(db)).toEqual([])
  })
})

describe('deactivatePerson', () => {
  test('shuts out at once: sessions end, and what they own stays', async ({ db }) => {
    const { admin, csm, as } = await makeAdministration(db)
    await makeAccount(db, { ownerId: csm.id })
    await makeSession(db, csm.id, 'here')
    await deactivatePerson(as(admin), { personId: csm.id })
    expect(await stateOf(db, csm.id)).toMatchObject({ deactivatedAt: NOW, role: 'contributor' })
    expect(await db.select().from(sessions)).toEqual([])
    expect(await getPerson(as(admin), csm.id)).toMatchObject({ accounts: 1 })
    expect(await eventsOf(db)).toMatchObject([
      { name: 'person.deactivated', subjectId: String(csm.id), actorId: admin.id },
    ])
  })

  test('refuses oneself, the last admin, and a second time', async ({ db }) => {
    const { admin, other, csm, as } = await makeAdministration(db)
    expect(await refusal(deactivatePerson(as(admin), { personId: admin.id }))).toBe('invalid')
    expect(await refusal(deactivatePerson(as(admin), { personId: other.id }))).toBe('done')
    expect(await refusal(deactivatePerson(as(other), { personId: admin.id }))).toBe('invalid')
    expect(await refusal(deactivatePerson(as(admin), { personId: csm.id }))).toBe('done')
    expect(await refusal(deactivatePerson(as(admin), { personId: csm.id }))).toBe('conflict')
  })

  test('of two admins who deactivate each other at once one stays', async ({ committedDb: db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const outcomes = await race(
      deactivatePerson(as(admin), { personId: other.id }),
      deactivatePerson(as(other), { personId: admin.id }),
    )
    expect(outcomes).toEqual(['done', 'invalid'])
  })

  test('is for admins, as letting in again is', async ({ db }) => {
    const { csm } = await makeAdministration(db)
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(deactivatePerson(ctx, { personId: csm.id }))).toBe('forbidden')
      expect(await refusal(reactivatePerson(ctx, { personId: csm.id }))).toBe('forbidden')
    }
  })
})

describe('reactivatePerson', () => {
  test('lets in again as before, once', async ({ db }) => {
    const { admin, csm, as } = await makeAdministration(db)
    await deactivatePerson(as(admin), { personId: csm.id })
    await reactivatePerson(as(admin), { personId: csm.id })
    expect(await stateOf(db, csm.id)).toMatchObject({ deactivatedAt: null, role: 'contributor' })
    expect(await refusal(reactivatePerson(as(admin), { personId: csm.id }))).toBe('conflict')
    expect((await eventsOf(db)).map(({ name }) => name)).toEqual([
      'person.deactivated',
      'person.reactivated',
    ])
  })
})

describe('the lists of people', () => {
  test('name everybody, the active first, with what they look after', async ({ db }) => {
    const { admin, csm, pm, lineId, as } = await makeAdministration(db)
    await makePerson(db, { name: 'Aaron Gone', deactivatedAt: NOW })
    await makeAccount(db, { ownerId: csm.id })
    await makeAccount(db, { ownerId: csm.id })
    await makeItem(db, { productLineId: lineId, ownerId: pm.id })
    const rows = (await listPeople(as(admin))).map((row) => [
      row.name,
      row.accounts,
      row.openRequests,
      row.items,
    ])
    expect(rows).toEqual([
      ['Ada Admin', 0, 0, 0],
      ['Jonas Weber', 0, 0, 1],
      ['Otto Admin', 0, 0, 0],
      ['Selin Aksoy', 2, 0, 0],
      ['Aaron Gone', 0, 0, 0],
    ])
    const names = (await listActivePeople(as(csm))).map(({ name }) => name)
    expect(names).toEqual(['Ada Admin', 'Jonas Weber', 'Otto Admin', 'Selin Aksoy'])
  })

  test('with what they hold are for admins', async ({ db }) => {
    const { csm } = await makeAdministration(db)
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(listPeople(ctx))).toBe('forbidden')
      expect(await refusal(getPerson(ctx, csm.id))).toBe('forbidden')
    }
  })
})
