import { describe, expect } from 'vitest'

import { closePoll } from '#app/domain/polls/close-poll.server.ts'
import type { Actor } from '#app/domain/context.ts'
import { pollRatings } from '#db/schema/polls.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { makePollCompany } from '#tests/support/polls.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const all = await loadRoutes()

function page(id: string, pollId: number, query = '') {
  const route = all.find((one) => one.id === id)
  if (!route) throw new Error(`${id} is not on the map`)
  return { ...route, path: `/polls/${pollId}${query}#`, params: { id: String(pollId) } }
}

const at = (pollId: number, place?: number) =>
  page('routes/polls/answer', pollId, place === undefined ? '' : `?n=${place}`)

type Sheet = { sheet: { place: number; account: { id: number; facts: { label: string }[] } } }

async function sheetOf(pollId: number, reader: Actor, place?: number) {
  const { said } = await callRoute(at(pollId, place), 'loader', signedIn(reader))
  return (said as Sheet).sheet
}

describe('the page of answers', () => {
  test('goes on from account to account, and to the points after the last', async ({ db }) => {
    const { csm, open } = await makePollCompany(db, 3)
    const { pollId } = await open()
    const locations = []
    for (const place of [1, 2, 3]) {
      const { account } = await sheetOf(pollId, csm, place)
      const fields = { accountId: String(account.id), rating: place === 2 ? 'unknown' : '4' }
      locations.push((await callRoute(at(pollId, place), 'action', signedIn(csm), fields)).location)
    }
    expect(locations).toEqual([
      `/polls/${pollId}?n=2`,
      `/polls/${pollId}?n=3`,
      `/polls/${pollId}/points`,
    ])
    expect((await db.select().from(pollRatings)).map(({ rating }) => rating)).toEqual(
      expect.arrayContaining([4, 4, null]),
    )
    const without = await callRoute(at(pollId), 'loader', signedIn(csm))
    expect(without.location).toBe(`/polls/${pollId}/points`)
  })

  test('shows what the profile asks about, and neither fit nor band', async ({ db }) => {
    const { csm, open } = await makePollCompany(db, 3)
    const { pollId } = await open()
    const { account } = await sheetOf(pollId, csm)
    expect(account.facts.map(({ label }) => label)).toEqual([
      'Industry',
      'Region',
      'Segment',
      'Employees',
      'Plan',
      'ARR in base currency',
      'Owner',
    ])
  })

  test('leads whoever is not asked to the turnout', async ({ db }) => {
    const { open } = await makePollCompany(db, 3)
    const { pollId } = await open()
    const viewer = await makePerson(db, { role: 'viewer', team: 'other' })
    const { location } = await callRoute(at(pollId), 'loader', signedIn(viewer))
    expect(location).toBe(`/polls/${pollId}/results`)
  })

  test('says beside the buttons that the poll was closed meanwhile', async ({ db }) => {
    const { as, csm, csLead, open } = await makePollCompany(db, 3)
    const { pollId } = await open()
    const { account } = await sheetOf(pollId, csm)
    await closePoll(as(csLead), pollId)
    const fields = { accountId: String(account.id), rating: '4' }
    const { status, said } = await callRoute(at(pollId, 1), 'action', signedIn(csm), fields)
    expect(status).toBe(409)
    expect(said).toMatchObject({ result: { error: { '': [expect.stringContaining('closed')] } } })
  })
})

describe('the page of points', () => {
  test('keeps a draft, and says what is missing to 100', async ({ db }) => {
    const { csm, open, criteria } = await makePollCompany(db, 3)
    const { pollId } = await open()
    const points = (intent: string, ...given: string[]) => ({
      intent,
      ...Object.fromEntries(
        criteria.flatMap((id, i) => [
          [`points[${i}].criterionId`, String(id)],
          [`points[${i}].points`, given[i] ?? ''],
        ]),
      ),
    })
    const send = (fields: Record<string, string>) =>
      callRoute(page('routes/polls/points', pollId), 'action', signedIn(csm), fields)
    expect((await send(points('save', '30'))).said).toMatchObject({ saved: true })
    const short = await send(points('send', '30', '60'))
    expect(short.status).toBe(422)
    expect(short.said).toMatchObject({
      result: { error: { points: ['10 of 100 points are left to give.'] } },
    })
    const unrated = await send(points('send', '40', '60'))
    expect(unrated.said).toMatchObject({
      result: { error: { '': ['3 accounts are not rated yet. Your points are kept.'] } },
    })
  })
})
