import { describe, expect } from 'vitest'

import { closeDuePolls, closePoll } from '#app/domain/polls/close-poll.server.ts'
import { openPoll } from '#app/domain/polls/open-poll.server.ts'
import { tendPolls } from '#app/domain/polls/tend-polls.server.ts'
import type { Mail } from '#app/domain/post.ts'
import { remindDuePolls, remindPoll } from '#app/domain/polls/remind-poll.server.ts'
import { deactivatePerson } from '#app/domain/people/deactivate-person.server.ts'
import { pollMembers, polls } from '#db/schema/polls.ts'
import { makeCompany, makeLine, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, race, refusal } from '#tests/support/people.ts'
import { makePollCompany, sampleOf } from '#tests/support/polls.ts'

const on = (day: string) => new Date(`${day}T09:00:00Z`)

describe('opening a poll', () => {
  test('asks the chosen people about 24 accounts, with one event', async ({ db }) => {
    const { csLead, open, team } = await makePollCompany(db, 40)
    const { pollId, asked } = await open()
    expect(await sampleOf(db, pollId)).toHaveLength(24)
    expect(asked.map(({ id }) => id).sort()).toEqual(
      team
        .map(({ id }) => id)
        .filter((id) => id !== csLead.id)
        .sort(),
    )
    expect(await db.select().from(polls)).toMatchObject([
      { number: 1, closesOn: '2026-01-29', closedAt: null, openedBy: csLead.id },
    ])
    expect((await eventsOf(db)).filter(({ name }) => name === 'poll.opened')).toMatchObject([
      { data: { number: 1, people: 6, accounts: 24, closesOn: '2026-01-29' } },
    ])
  })

  test('is for managers of both teams', async ({ db }) => {
    const { csm, pm, open } = await makePollCompany(db, 3)
    const admin = await makePerson(db, { role: 'admin', team: 'other' })
    for (const actor of [csm, pm, admin]) expect(await refusal(open(actor))).toBe('forbidden')
  })

  test('needs two people a team who are still there', async ({ db }) => {
    const { csm, pm, csm2, pm2, csLead, open } = await makePollCompany(db, 3)
    expect(await refusal(open(csLead, [csm, csm2, pm]))).toBe('invalid people')
    const viewer = await makePerson(db, { role: 'viewer', team: 'product' })
    expect(await refusal(open(csLead, [csm, csm2, pm, pm2, viewer]))).toBe('invalid people')
  })

  test('needs a day to come, a profile in force and accounts', async ({ db }) => {
    const { as, csLead, lineId, team } = await makePollCompany(db, 0)
    const people = team.map(({ id }) => id)
    const ask = (productLineId: number, closesOn: string) =>
      refusal(openPoll(as(csLead), { productLineId, closesOn, people }))
    expect(await ask(lineId, '2026-01-15')).toBe('invalid closesOn')
    expect(await ask(await makeLine(db, 'Analytics'), '2026-01-29')).toBe('invalid')
    expect(await ask(999_999, '2026-01-29')).toBe('not_found')
    expect(await ask(lineId, '2026-01-29')).toBe('invalid')
  })

  test('is refused while another is open, also to the loser of a race', async ({
    committedDb: db,
  }) => {
    const { as, csLead, productLead, open } = await makePollCompany(db, 3)
    expect(await race(open(csLead), open(productLead))).toEqual(['conflict', 'done'])
    const [poll] = await db.select().from(polls)
    await closePoll(as(csLead), poll?.id ?? 0)
    await open(csLead)
    expect((await db.select().from(polls)).map(({ number }) => number).sort()).toEqual([1, 2])
  })
})

describe('reminding', () => {
  test('reaches whoever has not finished, once a day', async ({ db }) => {
    const { as, csm, csm2, csLead, open, answer } = await makePollCompany(db, 3)
    const { pollId } = await open()
    await answer(pollId, csm, () => 3)
    const admin = await makePerson(db, { role: 'admin', team: 'other' })
    await makePerson(db, { role: 'admin', team: 'other' })
    await deactivatePerson(as(admin), { personId: csm2.id })
    expect(await refusal(remindPoll(as(csLead), pollId))).toBe('conflict')
    const tomorrow = as(csLead, on('2026-01-16'))
    const reminded = await remindPoll(tomorrow, pollId)
    expect(reminded.map(({ name }) => name).sort()).toEqual([
      'Jonas Weber',
      'Maren Vogt',
      'Priya Nair',
      'Tomás Herrera',
    ])
    expect(await refusal(remindPoll(tomorrow, pollId))).toBe('conflict')
    expect(await refusal(remindPoll(as(csm, on('2026-01-17')), pollId))).toBe('forbidden')
    expect((await eventsOf(db)).filter(({ name }) => name === 'poll.reminded')).toMatchObject([
      { data: { number: 1, people: 4 } },
    ])
  })

  test('comes of itself three days and one day before the end', async ({ db }) => {
    const { open } = await makePollCompany(db, 3)
    await open()
    const counts: number[] = []
    for (const day of ['25', '26', '26', '27', '28', '29', '30']) {
      const polls = await remindDuePolls({ db, now: on(`2026-01-${day}`) })
      counts.push(polls.flatMap(({ reminded }) => reminded).length)
    }
    expect(counts).toEqual([0, 6, 0, 0, 6, 0, 0])
    expect((await db.select().from(pollMembers)).every((one) => one.askedOn === '2026-01-28')).toBe(
      true,
    )
  })
})

describe('the last day', () => {
  test('closes the poll when it is over, with one event of nobody', async ({ db }) => {
    const { open } = await makePollCompany(db, 3)
    await open()
    await closeDuePolls({ db, now: on('2026-01-29') })
    expect(await db.select().from(polls)).toMatchObject([{ closedAt: null }])
    await closeDuePolls({ db, now: on('2026-01-30') })
    await closeDuePolls({ db, now: on('2026-01-31') })
    expect(await db.select().from(polls)).toMatchObject([
      { closedAt: on('2026-01-30'), closedBy: null },
    ])
    const closings = (await eventsOf(db)).filter(({ name }) => name === 'poll.closed')
    expect(closings).toMatchObject([{ actorId: null }])
  })

  test('comes after a mail to whoever has not finished, where mail is sent', async ({ db }) => {
    const { csm, open, answer } = await makePollCompany(db, 3)
    const { pollId } = await open()
    await answer(pollId, csm, () => 3)
    const sent: Mail[] = []
    const post = {
      send: (mail: Mail) => Promise.resolve(sent.push(mail) > 0),
      address: (path: string) => `https://causeway.example${path}`,
    }
    const eve = { db, now: on('2026-01-28') }
    await tendPolls(eve, null)
    expect(await tendPolls(eve, post)).toBeUndefined()
    await tendPolls(eve, post)
    expect(sent).toHaveLength(5)
    expect(sent[0]).toMatchObject({
      subject: 'Your answers on Platform are still missing',
      text: expect.stringContaining(`https://causeway.example/polls/${pollId}\n`) as string,
    })
    expect(sent[0]?.text).toContain('up to and including 29 Jan 2026')
  })

  test('tells whoever operates the server which reminders were not taken', async ({ db }) => {
    const { open } = await makePollCompany(db, 3)
    await open()
    const post = { send: () => Promise.resolve(false), address: (path: string) => path }
    expect(await tendPolls({ db, now: on('2026-01-28') }, post)).toEqual({
      found: true,
      message: 'The mail server did not take 6 reminders of polls',
    })
  })

  test('has nothing to do where there is no poll', async ({ db }) => {
    await makeCompany(db)
    await closeDuePolls({ db, now: on('2026-01-30') })
    expect(await remindDuePolls({ db, now: on('2026-01-30') })).toEqual([])
  })
})
