import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import {
  finishPoll,
  ratePollAccount,
  savePollPoints,
} from '#app/domain/polls/answer-poll.server.ts'
import { closePoll } from '#app/domain/polls/close-poll.server.ts'
import type { Executor } from '#db/client.ts'
import { pollMembers, pollPoints, pollRatings } from '#db/schema/polls.ts'
import { makeAccount, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, race, refusal } from '#tests/support/people.ts'
import { makePollCompany, sampleOf } from '#tests/support/polls.ts'

async function makeOpenPoll(db: Executor) {
  const company = await makePollCompany(db)
  const { pollId } = await company.open()
  const sample = await sampleOf(db, pollId)
  const [first = 0] = sample
  const points = (...given: number[]) => ({
    points: company.criteria.map((criterionId, i) => ({ criterionId, points: given[i] ?? 0 })),
  })
  return { ...company, pollId, sample, first, points }
}

describe('an answer', () => {
  test('is kept at once, and the last tap counts', async ({ db }) => {
    const { as, csm, pollId, first } = await makeOpenPoll(db)
    await ratePollAccount(as(csm), pollId, { accountId: first, rating: 4 })
    await ratePollAccount(as(csm), pollId, { accountId: first, rating: null })
    await ratePollAccount(as(csm), pollId, { accountId: first, rating: 2 })
    const own = { pollId, personId: csm.id, accountId: first, rating: 2 }
    expect(await db.select().from(pollRatings)).toEqual([own])
  })

  test('is sent once all accounts are rated, with one event', async ({ db }) => {
    const { as, csm, pollId, sample, points } = await makeOpenPoll(db)
    const [last = 0, ...others] = sample
    for (const accountId of others) await ratePollAccount(as(csm), pollId, { accountId, rating: 3 })
    expect(await refusal(finishPoll(as(csm), pollId, points(70, 30)))).toBe('invalid')
    expect((await db.select().from(pollPoints)).map((row) => row.points).sort()).toEqual([30, 70])
    await ratePollAccount(as(csm), pollId, { accountId: last, rating: null })
    await finishPoll(as(csm), pollId, points(70, 30))
    expect(
      await db.select().from(pollMembers).where(eq(pollMembers.personId, csm.id)),
    ).toMatchObject([{ finishedAt: as(csm).now }])
    expect((await eventsOf(db)).filter(({ name }) => name === 'poll.answered')).toMatchObject([
      { subjectId: String(pollId), actorId: csm.id, data: { number: 1 } },
    ])
  })

  test('is refused to whoever is not asked, and about what is not asked', async ({ db }) => {
    const { as, csm, pollId, first, points } = await makeOpenPoll(db)
    const outsider = as(await makePerson(db, { role: 'admin', team: 'other' }))
    const tap = { accountId: first, rating: 3 }
    expect(await refusal(ratePollAccount(outsider, pollId, tap))).toBe('forbidden')
    expect(await refusal(finishPoll(outsider, pollId, points(60, 40)))).toBe('forbidden')
    const other = await makeAccount(db)
    expect(await refusal(ratePollAccount(as(csm), pollId, { ...tap, accountId: other }))).toBe(
      'invalid',
    )
    expect(
      await refusal(
        savePollPoints(as(csm), pollId, { points: [{ criterionId: 999_999, points: 100 }] }),
      ),
    ).toBe('invalid')
  })

  test('of points is kept as far as it has come', async ({ db }) => {
    const { as, csm, pollId, points } = await makeOpenPoll(db)
    await savePollPoints(as(csm), pollId, points(10, 0))
    await savePollPoints(as(csm), pollId, points(10, 20))
    expect((await db.select().from(pollPoints)).map((row) => row.points).sort()).toEqual([10, 20])
  })

  test('is refused once it is sent or the poll is closed, and what was sent stays', async ({
    db,
  }) => {
    const { as, csm, pm, csLead, pollId, first, answer, points } = await makeOpenPoll(db)
    await answer(pollId, csm, () => 5)
    const tap = { accountId: first, rating: 1 }
    expect(await refusal(ratePollAccount(as(csm), pollId, tap))).toBe('conflict')
    expect(await refusal(finishPoll(as(csm), pollId, points(60, 40)))).toBe('conflict')
    await ratePollAccount(as(pm), pollId, tap)
    await closePoll(as(csLead), pollId)
    expect(await refusal(ratePollAccount(as(pm), pollId, { ...tap, rating: 2 }))).toBe('conflict')
    const kept = await db.select().from(pollRatings).where(eq(pollRatings.personId, pm.id))
    expect(kept).toMatchObject([{ accountId: first, rating: 1 }])
  })
})

describe('at once', () => {
  test('two tabs send the answers once', async ({ committedDb: db }) => {
    const { as, csm, pollId, sample, points } = await makeOpenPoll(db)
    for (const accountId of sample) await ratePollAccount(as(csm), pollId, { accountId, rating: 3 })
    const send = () => finishPoll(as(csm), pollId, points(60, 40))
    expect(await race(send(), send())).toEqual(['conflict', 'done'])
  })

  test('one of two closes the poll', async ({ committedDb: db }) => {
    const { as, csLead, productLead, pollId } = await makeOpenPoll(db)
    expect(await race(closePoll(as(csLead), pollId), closePoll(as(productLead), pollId))).toEqual([
      'conflict',
      'done',
    ])
  })
})
