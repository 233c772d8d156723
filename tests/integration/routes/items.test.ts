import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import type { Actor } from '#app/domain/context.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { comments } from '#db/schema/comments.ts'
import { items } from '#db/schema/items.ts'
import { makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { signedIn } from '#tests/support/people.ts'
import { callRoute, loadRoutes } from '#tests/support/routes.ts'

import { makeItems, readItem } from '#tests/integration/items/world.ts'

const routes = await loadRoutes()

type Call = { as: Actor; id: number; query?: Record<string, string> }

/** Calls a route about an item as somebody. */
function call(
  name: string,
  kind: 'loader' | 'action',
  { as, id, query = {} }: Call,
  fields: Record<string, string> = {},
) {
  const route = routes.find((candidate) => candidate.id === `routes/${name}`)
  if (!route) throw new Error(`${name} is not on the map`)
  const path = `${route.path}?${new URLSearchParams(query)}&`
  return callRoute({ ...route, path, params: { id: String(id) } }, kind, signedIn(as), fields)
}

const reason = 'The same need.'

describe('an item that was merged away', () => {
  test.for([
    ['items/item', '/items/', '?merged='],
    ['backlog/item', '/backlog/items/', '?tab=history'],
  ] as const)('%s leads to the one that it is part of', async ([name, start, rest], { db }) => {
    const { ctx, pm, itemId, otherId } = await makeItems(db)
    await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason })
    const { location } = await call(name, 'loader', {
      as: pm,
      id: itemId,
      query: { tab: 'history' },
    })
    expect(location).toMatch(`${start}${otherId}${rest}`)
  })
})

describe('a form about an item that was merged away', () => {
  test.for(['edit', 'cost', 'ship-date', 'status', 'merge', 'comments'])(
    '%s is still loaded, for whoever has it open, and says so',
    async (name, { db }) => {
      const { ctx, pm, itemId, otherId } = await makeItems(db)
      await mergeItems(ctx, { itemId, version: 1, intoId: otherId, intoVersion: 1, reason })
      const query = { into: String(otherId) }
      const { status, said } = await call(`items/${name}`, 'loader', { as: pm, id: itemId, query })
      expect(status).toBe(200)
      expect(said).toMatchObject({ item: { id: itemId, mergedIntoId: otherId } })
    },
  )
})

describe('money', () => {
  test.for(['items/item', 'backlog/item'])(
    '%s sends none without revenue.read',
    async (name, { db }) => {
      const { itemId } = await makeItems(db)
      const as = await makePerson(db, { team: 'other' })
      for (const tab of ['receipt', 'requests', 'history', 'discussion']) {
        const { status, said } = await call(name, 'loader', { as, id: itemId, query: { tab } })
        expect(status).toBe(200)
        expect(JSON.stringify(said)).not.toMatch(/"(score|arrAtRisk|canSave|tooLate|atStake)":\d/)
        expect(said).not.toMatchObject({ content: { receipt: expect.anything() } })
      }
    },
  )
})

describe('forms about an item', () => {
  test('save and lead back to where they were opened, on this site only', async ({ db }) => {
    const { pm, itemId } = await makeItems(db)
    const back = `/backlog/items/${itemId}?line=platform`
    const first = { version: '1', costSize: 'L' }
    const call1 = { as: pm, id: itemId, query: { back } }
    expect(await call('items/cost', 'action', call1, first)).toMatchObject({
      status: 302,
      location: back,
    })
    const away = { as: pm, id: itemId, query: { back: '//elsewhere.test' } }
    const second = { version: '2', costSize: 'M' }
    expect((await call('items/cost', 'action', away, second)).location).toBe(`/items/${itemId}`)
  })

  test('answer the loser of a race with 409, the words and what was typed', async ({ db }) => {
    const { pm, lineId, itemId } = await makeItems(db)
    await db.update(items).set({ version: 4 }).where(eq(items.id, itemId))
    const fields = {
      ...{ version: '3', title: 'Sign-on', description: 'x'.repeat(20_000), lane: 'ranked' },
      ...{ type: 'bug', productLineId: String(lineId) },
    }
    const answer = await call('items/edit', 'action', { as: pm, id: itemId }, fields)
    expect(answer).toMatchObject({
      status: 409,
      said: {
        result: {
          error: { '': [expect.stringContaining('changed since you opened it')] },
          initialValue: { title: 'Sign-on', description: fields.description },
        },
      },
    })
  })

  test('say beside the field what is wrong', async ({ db }) => {
    const { pm, itemId } = await makeItems(db)
    const subject = { as: pm, id: itemId }
    const cost = await call('items/cost', 'action', subject, { version: '1', costLow: 'many' })
    expect(cost).toMatchObject({
      status: 422,
      said: {
        result: {
          error: { costLow: ['Enter engineer-weeks as a number, such as 2.5.'] },
          initialValue: { costLow: 'many' },
        },
      },
    })
    const status = await call('items/status', 'action', subject, { version: '1', reason: '' })
    expect(status).toMatchObject({
      said: {
        result: { error: { to: ['Choose where it stands.'], reason: ['Say why.'] } },
      },
    })
    expect((await readItem(db, itemId)).version).toBe(1)
  })
})

test('a comment goes back to the tab it was written on', async ({ db }) => {
  const { csm, itemId } = await makeItems(db)
  const back = `/backlog/items/${itemId}?tab=discussion`
  const answer = await call(
    'items/comments',
    'action',
    { as: csm, id: itemId },
    { back, body: 'Hi' },
  )
  expect(answer).toMatchObject({ status: 302, location: back })
  expect(await db.select().from(comments)).toMatchObject([{ body: 'Hi', authorId: csm.id }])
})

describe('items to choose from', () => {
  test('what is odd in the address is no error', async ({ db }) => {
    const { pm, itemId } = await makeItems(db)
    const odd: Record<string, string>[] = [
      { q: 'sso\0', except: '99999999999' },
      { q: '%', except: 'x' },
      { q: 'x'.repeat(5_000), open: '' },
    ]
    for (const query of odd) {
      expect((await call('items/lookup', 'loader', { as: pm, id: itemId, query })).status).toBe(200)
    }
  })

  test('the merge shows the scores before and after', async ({ db }) => {
    const { pm, itemId, otherId } = await makeItems(db)
    const query = { into: String(otherId) }
    const { said } = await call('items/merge', 'loader', { as: pm, id: itemId, query })
    expect(said).toMatchObject({
      step: 'confirm',
      into: { id: otherId, requests: 2 },
      preview: { rank: { after: 1 } },
    })
  })
})
