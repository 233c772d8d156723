import { describe, expect } from 'vitest'

import { ratePollAccount, savePollPoints } from '#app/domain/polls/answer-poll.server.ts'
import { closePoll } from '#app/domain/polls/close-poll.server.ts'
import type { Actor } from '#app/domain/context.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { makePollCompany, sampleOf } from '#tests/support/polls.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

const routes = (await loadRoutes()).filter(
  ({ path, module }) => /^\/(polls\/1|profiles\/1)(\/|$)/.test(path) && module.loader,
)
const results = routes.filter(({ path }) => /^\/polls|agreement$/.test(path))

/** Everything that the pages of a poll and of its profile say to somebody. */
async function told(
  reader: Actor,
  pollId: number,
  profileId: number,
  pages = routes,
): Promise<string> {
  const answers = []
  for (const route of pages) {
    const id = String(route.path.startsWith('/polls') ? pollId : profileId)
    const own = { ...route, params: { ...route.params, id } }
    answers.push([route.id, await callRoute(own, 'loader', signedIn(reader))])
  }
  return JSON.stringify(answers).replaceAll(/"now":"[^"]*"/g, '')
}

describe('a poll', () => {
  test('tells nobody anything of what others answered until it is closed', async ({ db }) => {
    const { as, csm, pm, csLead, productLead, profileId, open, criteria } =
      await makePollCompany(db)
    const { pollId } = await open()
    const admin = await makePerson(db, { role: 'admin', team: 'other' })
    const readers = [csm, csLead, productLead, admin]
    const toAll = async () => {
      const answers = []
      for (const reader of readers) answers.push(await told(reader, pollId, profileId))
      return answers
    }
    const before = await toAll()
    const ownBefore = await told(pm, pollId, profileId)

    for (const accountId of await sampleOf(db, pollId)) {
      await ratePollAccount(as(pm), pollId, { accountId, rating: 5 })
    }
    const points = criteria.map((criterionId, i) => ({ criterionId, points: i ? 3 : 97 }))
    await savePollPoints(as(pm), pollId, { points })
    const after = await toAll()
    expect(after.map((said, i) => said === before[i])).toEqual(readers.map(() => true))
    expect((await told(pm, pollId, profileId)) === ownBefore).toBe(false)
  })

  test('never names anybody beside an answer once it is closed', async ({ db }) => {
    const { as, csm, csm2, pm, pm2, csLead, profileId, open, answer } = await makePollCompany(db)
    const { pollId } = await open()
    for (const one of [csm, csm2, pm, pm2]) await answer(pollId, one, (place) => (place % 5) + 1)
    await closePoll(as(csLead), pollId)
    const said = await told(csLead, pollId, profileId, results)
    const named = [csm, csm2, pm, pm2].filter(({ name }) => said.includes(name))
    expect(named.map(({ name }) => name)).toEqual([])
    expect(said).toContain('inCommon')
  })
})
