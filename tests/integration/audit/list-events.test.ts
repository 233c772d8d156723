import { describe, expect } from 'vitest'

import { listActors, listEventNames, listEvents } from '#app/domain/audit/list-events.server.ts'
import { auditSchema } from '#app/domain/audit/schemas.ts'
import { recordEvent, type DomainEvent } from '#app/domain/events.server.ts'
import { makeAccount, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { makeAdministration, nonAdmins, refusal } from '#tests/support/people.ts'
import { makePollCompany } from '#tests/support/polls.ts'

const read = (query: string) => auditSchema.parse(Object.fromEntries(new URLSearchParams(query)))

describe('the audit log', () => {
  test('comes in pages of 50, the newest first, without a gap where moments are equal', async ({
    db,
  }) => {
    const { admin, as } = await makeAdministration(db)
    for (let id = 1; id <= 120; id += 1) {
      await recordEvent(as(admin), { name: 'item.changed', subject: ['item', id] })
    }
    const seen: string[] = []
    let before: string | null = ''
    while (before !== null) {
      const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(
        as(admin),
        read(before ? `before=${before}` : ''),
      )
      expect(page.rows.length).toBeLessThanOrEqual(50)
      seen.push(...page.rows.map(({ subjectId }) => subjectId))
      before = page.before
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => String(120 - index)))
  })

  test('is filtered by who, what and the days of the organisation’s time zone', async ({ db }) => {
    const { admin, csm, as } = await makeAdministration(db)
    // In Berlin 15 January runs from 23:00 UTC to 23:00 UTC.
    const moments = ['2026-01-14T22:59:59.999Z', '2026-01-14T23:00:00Z', '2026-01-15T23:00:00Z']
    for (const [index, at] of moments.entries()) {
      await recordEvent(as(csm, new Date(at)), {
        name: 'request.submitted',
        subject: ['request', index],
      })
    }
    await recordEvent(as(admin), { name: 'person.invited', subject: ['invitation', 9] })
    const ids = async (query: string) =>
      (await listEvents(as(admin), read(query))).rows.map(({ subjectId }) => subjectId)

    expect(await ids(`who=${csm.id}`)).toEqual(['2', '1', '0'])
    expect(await ids('what=person.invited')).toEqual(['9'])
    expect(await ids(`who=${csm.id}&from=2026-01-15&to=2026-01-15`)).toEqual(['1'])
    expect(await ids(`who=${csm.id}&to=2026-01-14`)).toEqual(['0'])
    expect(await ids(`who=${csm.id}&from=2026-01-16`)).toEqual(['2'])
    expect(await listEventNames(as(admin))).toEqual(['person.invited', 'request.submitted'])
  })

  test('names who acted, and is for admins', async ({ db }) => {
    const { csm, admin, as } = await makeAdministration(db)
    await recordEvent(as(csm), { name: 'request.submitted', subject: ['request', 1] })
    expect((await listEvents(as(admin), {})).rows).toMatchObject([
      { actor: 'Selin Aksoy', subjectName: null },
    ])
    for (const ctx of await nonAdmins(db)) {
      expect(await refusal(listEvents(ctx, {}))).toBe('forbidden')
      expect(await refusal(listEventNames(ctx))).toBe('forbidden')
      expect(await refusal(Promise.resolve().then(() => listActors(ctx)))).toBe('forbidden')
    }
  })
})

test('an event tells the name of the person, account, profile or poll that it is about', async ({
  db,
}) => {
  const { as, csm, profileId, open } = await makePollCompany(db)
  const { pollId } = await open()
  const admin = await makePerson(db, { role: 'admin' })
  const accountId = await makeAccount(db, { name: 'Anadolu Lojistik' })
  const record = (name: string, subject: DomainEvent['subject']) =>
    recordEvent(as(admin), { name, subject })
  await record('account.changed', ['account', accountId])
  await record('person.deactivated', ['person', csm.id])
  await record('attribute.added', ['attribute', 'tier'])
  await record('profile.commented', ['profile', profileId])
  await record('poll.closed', ['poll', pollId])
  const { rows } = await listEvents(as(admin), {})
  expect(rows.slice(0, 5).map(({ subjectName }) => subjectName)).toEqual([
    'Platform, poll 1',
    'Platform, profile version 1',
    null,
    csm.name,
    'Anadolu Lojistik',
  ])
})
