import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import {
  countProfileComments,
  listProfileComments,
} from '#app/domain/comments/list-comments.server.ts'
import { countUnreadMentions, listMentions } from '#app/domain/comments/mention-list.server.ts'
import { commentOnProfile } from '#app/domain/icp/comment-on-profile.server.ts'
import { threadsOf } from '#app/domain/icp/discussion.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { people } from '#db/schema/people.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { eventsOf, refusal, signedIn } from '#tests/support/people.ts'
import { makeTeams, proposal } from '#tests/support/profile.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

describe('commentOnProfile', () => {
  test('keeps what was said of a criterion through edits of the text', async ({ db }) => {
    const { as, csm, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(productLead), proposal(lineId))
    const [sector, size] = (await getProfile({ db }, id)).criteria
    if (!sector || !size) throw new Error('No criteria')
    await commentOnProfile(as(csm), id, { body: 'Too narrow?', version: 1, criterion: sector.key })
    await commentOnProfile(as(csm), id, { body: 'Why 500?', version: 1, criterion: size.key })
    await commentOnProfile(as(csm), id, { body: 'A good start.', version: 1 })

    const [one, other] = proposal(lineId).criteria
    if (!one || !other) throw new Error('No criteria')
    const renamed = { ...one, key: sector.key, label: 'Sector', points: 100 }
    const edit = { profileId: id, version: 1, criteria: [renamed] }
    await proposeProfile(as(productLead), proposal(lineId, edit))
    const { criteria } = await getProfile({ db }, id)
    expect(criteria.map(({ key }) => key)).toEqual([sector.key])

    const threads = threadsOf(await listProfileComments(as(csm), id), criteria)
    expect(
      threads.map(({ label, gone, comments }) => [label, gone, comments.map((c) => c.pieces)]),
    ).toEqual([
      ['The whole profile', false, [[{ text: 'A good start.', personId: null }]]],
      ['Sector', false, [[{ text: 'Too narrow?', personId: null }]]],
      ['50 to 500 employees', true, [[{ text: 'Why 500?', personId: null }]]],
    ])
    expect(threads[1]?.comments).toMatchObject([
      { textVersion: 1, criterionLabel: 'Sector is logistics' },
    ])
    expect(await countProfileComments({ db }, id)).toEqual(
      new Map([
        [null, 1],
        [sector.key, 1],
        [size.key, 1],
      ]),
    )
    const late = { body: 'Still?', version: 1, criterion: size.key }
    expect(await refusal(commentOnProfile(as(csm), id, late))).toBe('conflict')
  })

  test('tells whom it names, in one event, and only contributors write', async ({ db }) => {
    const { as, csm, productLead, lineId } = await makeTeams(db)
    const id = await proposeProfile(as(productLead), proposal(lineId))
    await db.update(people).set({ name: 'Ada Berg' }).where(eq(people.id, productLead.id))
    await commentOnProfile(as(csm), id, { body: '@Ada Berg, see here', version: 1 })
    expect((await eventsOf(db)).map(({ name }) => name)).toEqual([
      'profile.proposed',
      'profile.commented',
    ])
    expect(await countUnreadMentions(as(productLead))).toBe(1)
    expect(await listMentions(as(productLead))).toMatchObject([
      { itemId: null, profileId: id, profileNumber: 1 },
    ])
    const viewer = await makePerson(db, { role: 'viewer', team: 'cs' })
    const said = { body: 'Hm', version: 1 }
    expect(await refusal(commentOnProfile(as(viewer), id, said))).toBe('forbidden')
  })
})

test('the page keeps what was typed, and reading it reads the mentions', async ({ db }) => {
  const route = (await loadRoutes()).find(({ id }) => id === 'routes/profile/comments')
  if (!route) throw new Error('The page is not on the map')
  const { as, csm, productLead, lineId } = await makeTeams(db)
  const id = await proposeProfile(as(productLead), proposal(lineId))
  const at = { ...route, path: `/profiles/${id}/comments`, params: { id: String(id) } }
  const gone = '00000000-0000-4000-8000-000000000001'
  const refused = await callRoute(at, 'action', signedIn(csm), {
    ...{ version: '1', criterion: gone, body: 'Too narrow?' },
  })
  expect(refused.status).toBe(409)
  expect(refused.said).toMatchObject({ result: { initialValue: { body: 'Too narrow?' } } })
  const done = await callRoute(at, 'action', signedIn(csm), {
    ...{ version: '1', criterion: '', body: `@${productLead.name}?` },
  })
  expect([done.status, done.location]).toEqual([
    302,
    expect.stringMatching(new RegExp(`^/profiles/${id}/comments#comment-`)),
  ])
  expect(await countUnreadMentions(as(productLead))).toBe(1)
  const shown = await callRoute(at, 'loader', signedIn(productLead))
  expect(shown.said).toMatchObject({ threads: [{ label: 'The whole profile' }] })
  expect(await countUnreadMentions(as(productLead))).toBe(0)
})
