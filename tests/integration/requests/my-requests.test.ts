import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { getNavigationCounts } from '#app/domain/organisation/get-navigation.server.ts'
import { listMyRequests } from '#app/domain/requests/list-my-requests.server.ts'
import {
  myRequestsFilterSchema,
  type MyRequestsFilter,
} from '#app/domain/requests/my-requests-filter.ts'
import { ASKS } from '#app/domain/requests/rules.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { markRead } from '#app/domain/requests/unread.server.ts'
import { askBack } from '#app/domain/triage/ask-back.server.ts'
import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { IMPORTANCES, ITEM_STATUSES, REQUEST_STATES } from '#db/constants.ts'
import type { Executor } from '#db/client.ts'
import { itemDecisions } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const ALL: MyRequestsFilter = { show: 'all', state: null, before: null, after: null }
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

async function makeCase(db: Executor) {
  const company = await makeCompany(db)
  const { as, csm, lineId } = company
  const accountId = await makeAccount(db, { name: 'Tauern Spedition' })
  await makeContract(db, { accountId })
  const itemId = await makeItem(db, { title: 'SSO', productLineId: lineId })
  const submit = async (values: object = {}, at = NOW, person = csm) =>
    (
      await submitRequest(
        as(person, at),
        submission({ accountId, productLineId: lineId, ...values }),
      )
    ).id
  /** Rows as they are, without the command; returns their numbers. */
  const insert = async (rows: readonly Partial<typeof requests.$inferInsert>[]) => {
    const written = await db
      .insert(requests)
      .values(
        rows.map((row) => ({
          ...{ title: 'Title', body: 'Words', titleFold: 'title', bodyFold: 'words', accountId },
          ...{ submittedBy: csm.id, source: 'call' as const, productLineId: lineId },
          ...{ type: 'bug' as const, importance: 'major' as const, evidence: 'none' as const },
          answerDueAt: NOW,
          ...row,
        })),
      )
      .returning({ id: requests.id })
    return written.map(({ id }) => id)
  }
  const list = async (filter: Partial<MyRequestsFilter> = {}, at = minutes(60)) =>
    listMyRequests(as(csm, at), { ...ALL, ...filter })
  return { ...company, accountId, itemId, submit, insert, list }
}

describe('listMyRequests', () => {
  test('shows one’s own with item, rank and the last decision', async ({ db }) => {
    const { as, pm, itemId, lineId, submit, list } = await makeCase(db)
    await makeItem(db, { productLineId: lineId })
    const id = await submit({ body: 'We need SSO this year', importance: 'blocker' })
    await submit({}, NOW, pm)
    await linkToItem(as(pm, minutes(1)), { requestId: id, version: 1, itemId })
    const { requests: rows, totals } = await list()
    expect(rows).toEqual([
      {
        id,
        version: 2,
        title: 'We need SSO this year',
        accountId: expect.any(Number),
        accountName: 'Tauern Spedition',
        type: 'feature_request',
        importance: 'blocker',
        state: 'linked',
        createdAt: NOW,
        // The only item with money behind it.
        item: { id: itemId, title: 'SSO', status: 'candidate', horizon: null, rank: 1 },
        lastDecision: {
          by: 'Jonas Weber',
          what: `Linked to ITEM-${itemId}`,
          reasonCode: null,
          words: null,
          at: minutes(1),
        },
        asks: [],
        unread: true,
      },
    ])
    expect(totals).toEqual({ all: 1, asked: 0, unread: 1 })
  })

  test('says why it was declined, and forgets an undone decision', async ({ db }) => {
    const { as, pm, submit, list } = await makeCase(db)
    const id = await submit()
    const { decisionId } = await declineRequest(as(pm, minutes(1)), {
      requestId: id,
      version: 1,
      reason: 'against_direction',
      words: 'We host in the EU.',
      condition: 'Three more ask',
    })
    expect((await list()).requests).toMatchObject([
      {
        state: 'declined',
        asks: ['accept'],
        unread: true,
        lastDecision: {
          what: 'Declined',
          reasonCode: 'against_direction',
          words: 'We host in the EU.',
        },
      },
    ])
    await undoDecision(as(pm, minutes(1)), { decisionId })
    expect((await list()).requests).toMatchObject([
      { state: 'new', asks: [], unread: false, lastDecision: null },
    ])
  })

  test('takes a later change of the item for the last decision', async ({ db }) => {
    const { as, pm, itemId, submit, list } = await makeCase(db)
    const id = await submit()
    await linkToItem(as(pm, minutes(1)), { requestId: id, version: 1, itemId })
    await db.insert(itemDecisions).values({
      itemId,
      fromStatus: 'candidate',
      toStatus: 'planned',
      toHorizon: 'next',
      reason: 'Renewals in May hang on it',
      decidedBy: pm.id,
      decidedAt: minutes(2),
    })
    expect((await list()).requests[0]?.lastDecision).toEqual({
      by: 'Jonas Weber',
      what: `ITEM-${itemId} planned for next`,
      reasonCode: null,
      words: 'Renewals in May hang on it',
      at: minutes(2),
    })
  })

  test('is unread until one looks, and again after the next change', async ({ db }) => {
    const { as, csm, pm, submit, list, itemId } = await makeCase(db)
    const id = await submit()
    const unread = async () => (await list({ show: 'unread' })).requests.map((row) => row.id)
    const inRail = async () => (await getNavigationCounts(as(csm), null)).unread
    expect(await unread()).toEqual([])
    await askBack(as(pm, minutes(1)), { requestId: id, version: 1, words: 'Which version?' })
    expect(await unread()).toEqual([id])
    expect(await inRail()).toBe(1)
    await markRead(as(csm, minutes(2)), id)
    expect(await unread()).toEqual([])
    await linkToItem(as(pm, minutes(3)), { requestId: id, version: 2, itemId })
    expect(await unread()).toEqual([id])
    await markRead(as(csm, minutes(4)), id)
    await db.insert(itemDecisions).values({
      itemId,
      toStatus: 'shipped',
      reason: 'Released',
      decidedBy: pm.id,
      decidedAt: minutes(5),
    })
    expect(await unread()).toEqual([id])
    expect(await inRail()).toBe(1)
  })

  test('filters by state, and pages by 50 in both directions', async ({ db }) => {
    const { insert, list } = await makeCase(db)
    const [lowest = 0] = await insert(Array.from({ length: 103 }, () => ({})))
    const ids = (page: { requests: { id: number }[] }) => page.requests.map(({ id }) => id - lowest)
    const newest = await list()
    expect(ids(newest)).toEqual(Array.from({ length: 50 }, (_, i) => 102 - i))
    expect(newest.newer).toBeNull()
    const middle = await list({ before: newest.older })
    expect(ids(middle)).toEqual(Array.from({ length: 50 }, (_, i) => 52 - i))
    const oldest = await list({ before: middle.older })
    expect(ids(oldest)).toEqual([2, 1, 0])
    expect(oldest.older).toBeNull()
    expect(ids(await list({ after: oldest.newer }))).toEqual(ids(middle))
    const back = await list({ after: middle.newer })
    expect(ids(back)).toEqual(ids(newest))
    expect(back.newer).toBeNull()
    await db
      .update(requests)
      .set({ state: 'answered' })
      .where(eq(requests.id, lowest + 7))
    expect(ids(await list({ state: 'answered' }))).toEqual([7])
  })

  test('asks in the filter for what it asks in the rows', async ({ db }) => {
    const { insert, list, lineId } = await makeCase(db)
    const itemIds = new Map<string, number>()
    for (const status of ITEM_STATUSES) {
      const horizon = status === 'planned' ? 'now' : null
      itemIds.set(status, await makeItem(db, { productLineId: lineId, status, horizon }))
    }
    const [other = 0] = await insert([{ state: 'answered' }])
    const old = new Date('2025-10-01T00:00:00Z')
    const expired = new Date('2023-11-01T00:00:00Z')
    const combinations = REQUEST_STATES.flatMap((state) =>
      IMPORTANCES.flatMap((importance) =>
        (state === 'linked' ? ITEM_STATUSES : [null]).flatMap((itemStatus) =>
          [expired, old, NOW].flatMap((confirmedAt) =>
            [null, NOW].flatMap((noAcceptedAt) =>
              [null, true, false].map((solved) => ({
                ...{ state, importance, confirmedAt, noAcceptedAt, solved },
                itemId: itemStatus && (itemIds.get(itemStatus) ?? null),
                duplicateOfId: state === 'duplicate' ? other : null,
              })),
            ),
          ),
        ),
      ),
    )
    await insert(combinations)

    const all = await everyPage((before) => list({ before }))
    const asked = await everyPage((before) => list({ show: 'asked', before }))
    expect(all).toHaveLength(combinations.length + 1)
    const expected = all.filter(({ asks }) => asks.length > 0).map(({ id }) => id)
    expect(asked.map(({ id }) => id)).toEqual(expected)
    expect((await list()).totals.asked).toBe(expected.length)
    expect(new Set(all.flatMap(({ asks }) => asks))).toEqual(new Set(ASKS))
  })
})

type Page = Awaited<ReturnType<typeof listMyRequests>>

async function everyPage(get: (before: number | null) => Promise<Page>) {
  const rows: Page['requests'] = []
  for (let before: number | null = null; ;) {
    const page = await get(before)
    rows.push(...page.requests)
    if (page.older === null) return rows
    before = page.older
  }
}

describe('myRequestsFilterSchema', () => {
  test.for([
    [{}, ALL],
    [
      { show: 'asked', state: 'linked', before: '17' },
      { ...ALL, show: 'asked', state: 'linked', before: 17 },
    ],
    [{ show: 'x', state: '', before: 'abc', after: '-1' }, ALL],
    [{ after: '99999999999' }, ALL],
  ] as const)('%j', ([params, filter]) => {
    expect(
      myRequestsFilterSchema.parse({ state: null, before: null, after: null, ...params }),
    ).toEqual(filter)
  })
})
