import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import type { Context } from '#app/domain/context.ts'
import { answerRequest } from '#app/domain/triage/answer-request.server.ts'
import { askBack } from '#app/domain/triage/ask-back.server.ts'
import type { Target } from '#app/domain/triage/decide.server.ts'
import { decideCommercially } from '#app/domain/triage/decide-commercially.server.ts'
import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { fastLane } from '#app/domain/triage/fast-lane.server.ts'
import { confirmSameAs, linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { mergeDuplicate } from '#app/domain/triage/merge-duplicate.server.ts'
import { moveRequest } from '#app/domain/triage/move-request.server.ts'
import { reopenRequest } from '#app/domain/triage/reopen-request.server.ts'
import { retypeRequest } from '#app/domain/triage/retype-request.server.ts'
import { setProductImportance } from '#app/domain/triage/set-product-importance.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { unlinkRequest } from '#app/domain/triage/unlink-request.server.ts'
import { unmergeRequest } from '#app/domain/triage/unmerge-request.server.ts'
import type { DecisionKind } from '#db/constants.ts'
import { items } from '#db/schema/items.ts'
import { requestMessages, requests } from '#db/schema/requests.ts'
import { makeLine, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { countEvents, decisionsOn, eventsOn, makeTriage, readRequest } from './world.ts'

type World = Awaited<ReturnType<typeof makeTriage>>
type Case = {
  name: string
  /** What the request is like before. */
  given?: (world: World) => Promise<Partial<typeof requests.$inferInsert>>
  run: (ctx: Context, target: Target, world: World) => Promise<{ decisionId: number }>
  kind: DecisionKind
  event: string
  answers: boolean
  then: (world: World) => Partial<typeof requests.$inferSelect>
  /** A state in which the rule refuses. */
  refusedFrom: (world: World) => Promise<Partial<typeof requests.$inferInsert>>
  /** Who decides, when not the PM. */
  by?: (world: World) => World['manager']
}

const linked = (world: World) => Promise.resolve({ state: 'linked', itemId: world.itemId } as const)
const merged = async (world: World) =>
  ({ state: 'duplicate', duplicateOfId: await world.add() }) as const
const plain = () => Promise.resolve({})
const place = { title: 'Sign-in with the company account', type: 'feature_request' } as const
const no = { reason: 'too_few_accounts', words: 'Not this year.' } as const

const CASES: Case[] = [
  {
    name: 'linkToItem',
    run: (ctx, target, { itemId }) => linkToItem(ctx, { ...target, itemId }),
    kind: 'link',
    event: 'request.linked',
    answers: true,
    then: ({ itemId }) => ({ state: 'linked', itemId }),
    refusedFrom: () => Promise.resolve({ type: 'question' }),
  },
  {
    name: 'confirmSameAs',
    given: ({ itemId }) => Promise.resolve({ itemId }),
    run: (ctx, target) => confirmSameAs(ctx, target),
    kind: 'link',
    event: 'request.linked',
    answers: true,
    then: ({ itemId }) => ({ state: 'linked', itemId }),
    refusedFrom: plain,
  },
  {
    name: 'linkToNewItem',
    run: (ctx, target, { lineId }) =>
      linkToNewItem(ctx, { ...target, ...place, productLineId: lineId }),
    kind: 'new_item',
    event: 'request.became_item',
    answers: true,
    then: () => ({ state: 'linked' }),
    refusedFrom: () => Promise.resolve({ type: 'change_request' }),
  },
  {
    name: 'fastLane',
    given: () => Promise.resolve({ type: 'bug' }),
    run: (ctx, target) => fastLane(ctx, target),
    kind: 'fast_lane',
    event: 'request.fast_laned',
    answers: true,
    then: () => ({ state: 'linked', fastLane: true }),
    refusedFrom: plain,
  },
  {
    name: 'splitRequest',
    run: (ctx, target) =>
      splitRequest(ctx, {
        ...target,
        parts: [
          { title: 'Single sign-on', body: 'nobody may use a separate password' },
          { title: 'By June', body: 'From June' },
        ],
      }),
    kind: 'split',
    event: 'request.split',
    answers: false,
    then: () => ({ state: 'new', title: 'Single sign-on', titleFold: 'single sign-on' }),
    refusedFrom: linked,
  },
  {
    name: 'mergeDuplicate',
    run: async (ctx, target, world) =>
      mergeDuplicate(ctx, { ...target, otherId: await world.add() }),
    kind: 'merge',
    event: 'request.merged',
    answers: true,
    then: () => ({ state: 'duplicate', itemId: null }),
    refusedFrom: linked,
  },
  {
    name: 'answerRequest',
    given: () => Promise.resolve({ type: 'question' }),
    run: (ctx, target) => answerRequest(ctx, { ...target, words: 'Under Settings.' }),
    kind: 'answer',
    event: 'request.answered',
    answers: true,
    then: () => ({ state: 'answered' }),
    refusedFrom: plain,
  },
  {
    name: 'askBack',
    run: (ctx, target) => askBack(ctx, { ...target, words: 'Which depots?' }),
    kind: 'ask_back',
    event: 'request.asked_back',
    answers: true,
    then: () => ({ state: 'waiting' }),
    refusedFrom: () => Promise.resolve({ state: 'waiting' }),
  },
  {
    name: 'decideCommercially, asking',
    given: () => Promise.resolve({ type: 'change_request' }),
    run: (ctx, target, { manager }) =>
      decideCommercially(ctx, { ...target, step: 'ask', ownerId: manager.id }),
    kind: 'commercial',
    event: 'request.commercial_decision_asked',
    answers: true,
    then: () => ({ state: 'commercial' }),
    refusedFrom: plain,
  },
  {
    name: 'decideCommercially, accepting',
    given: () => Promise.resolve({ type: 'change_request', state: 'commercial' }),
    run: (ctx, target) =>
      decideCommercially(ctx, {
        ...target,
        step: 'accept',
        billable: 'yes',
        amount: 1250.5,
        currency: 'EUR',
      }),
    kind: 'commercial',
    event: 'request.commercial_accepted',
    answers: true,
    then: () => ({ state: 'new' }),
    refusedFrom: () => Promise.resolve({ type: 'change_request' }),
  },
  {
    name: 'decideCommercially, declining',
    given: () => Promise.resolve({ type: 'change_request', state: 'commercial' }),
    run: (ctx, target) => decideCommercially(ctx, { ...target, step: 'decline', ...no }),
    kind: 'decline',
    event: 'request.declined',
    answers: true,
    then: () => ({ state: 'declined' }),
    refusedFrom: plain,
  },
  {
    name: 'declineRequest',
    given: ({ itemId }) => Promise.resolve({ itemId }),
    run: (ctx, target) =>
      declineRequest(ctx, {
        ...target,
        ...no,
        condition: 'three more accounts ask',
        revisitOn: '2026-07-01',
      }),
    kind: 'decline',
    event: 'request.declined',
    answers: true,
    then: () => ({ state: 'declined', itemId: null, revisitOn: '2026-07-01' }),
    refusedFrom: linked,
  },
  {
    name: 'retypeRequest',
    run: (ctx, target) => retypeRequest(ctx, { ...target, type: 'bug' }),
    kind: 'retype',
    event: 'request.retyped',
    answers: false,
    then: () => ({ type: 'bug', state: 'new' }),
    refusedFrom: () => Promise.resolve({ type: 'bug' }),
  },
  {
    name: 'moveRequest',
    run: async (ctx, target) =>
      moveRequest(ctx, { ...target, productLineId: await makeLine(ctx.db, 'Fleet') }),
    kind: 'move',
    event: 'request.moved',
    answers: false,
    then: () => ({ state: 'new', areaId: null }),
    refusedFrom: merged,
  },
  {
    name: 'unlinkRequest',
    given: linked,
    run: (ctx, target) => unlinkRequest(ctx, target),
    kind: 'unlink',
    event: 'request.unlinked',
    answers: false,
    then: () => ({ state: 'new', itemId: null }),
    refusedFrom: plain,
  },
  {
    name: 'unmergeRequest',
    given: merged,
    run: (ctx, target) => unmergeRequest(ctx, target),
    kind: 'unmerge',
    event: 'request.unmerged',
    answers: false,
    then: () => ({ state: 'new', duplicateOfId: null }),
    refusedFrom: plain,
  },
  {
    name: 'reopenRequest',
    given: () => Promise.resolve({ state: 'declined', noAcceptedAt: NOW, revisitOn: '2026-02-01' }),
    run: (ctx, target) => reopenRequest(ctx, target),
    kind: 'reopen',
    event: 'request.reopened',
    answers: false,
    then: () => ({ state: 'new', noAcceptedAt: null, revisitOn: null }),
    refusedFrom: plain,
  },
  {
    name: 'setProductImportance',
    run: (ctx, target) => setProductImportance(ctx, { ...target, importance: 'minor' }),
    kind: 'importance',
    event: 'request.product_importance_set',
    answers: false,
    then: ({ pm }) => ({
      importance: 'major',
      productImportance: 'minor',
      productImportanceBy: pm.id,
    }),
    refusedFrom: merged,
  },
  {
    name: 'settleImportance',
    run: (ctx, target) =>
      settleImportance(ctx, { ...target, importance: 'blocker', reason: 'Procurement wrote it.' }),
    kind: 'settle',
    event: 'request.importance_settled',
    answers: false,
    // Blocker: one working day from Thursday, 15 January.
    then: ({ manager }) => ({
      settledImportance: 'blocker',
      settledReason: 'Procurement wrote it.',
      settledBy: manager.id,
      answerDueAt: new Date('2026-01-16T09:30:00Z'),
    }),
    refusedFrom: merged,
    by: ({ manager }) => manager,
  },
]

const none = (error: unknown) => error

describe.each(CASES)('$name', ({ given, run, kind, event, answers, then, refusedFrom, by }) => {
  async function start(
    db: Parameters<typeof makeTriage>[0],
    before: Case['given'] = given,
  ): Promise<World & { ctx: Context }> {
    const world = await makeTriage(db)
    const values = (await before?.(world)) ?? {}
    if (Object.keys(values).length > 0) {
      await db.update(requests).set(values).where(eq(requests.id, world.requestId))
    }
    return { ...world, ctx: by ? world.as(by(world)) : world.triage }
  }

  test('decides, with a row, one event and a new version', async ({ db }) => {
    const world = await start(db)
    const eventsBefore = await countEvents(db)
    await run(world.ctx, world.target, world)

    const after = await readRequest(db, world.requestId)
    expect(after).toMatchObject({ version: 2, ...then(world) })
    expect(after.firstAnsweredAt).toEqual(answers ? NOW : null)
    const [decision] = await decisionsOn(db, world.requestId)
    expect(decision).toMatchObject({ kind, afterVersion: 2, decidedBy: world.ctx.actor.id })
    expect(await eventsOn(db, world.requestId)).toEqual([event])
    expect(await countEvents(db)).toBe(eventsBefore + 1)
  })

  test('is undone to exactly what was', async ({ db }) => {
    const world = await start(db)
    const { version, updatedAt, ...before } = await readRequest(db, world.requestId)
    const itemsBefore = await db.select().from(items)
    const { decisionId } = await run(world.ctx, world.target, world)
    await undoDecision(world.ctx, { decisionId })

    const after = await readRequest(db, world.requestId)
    expect(after).toEqual({ ...before, version: version + 2, updatedAt: expect.any(Date) })
    expect(updatedAt).toBeInstanceOf(Date)
    expect(await db.select().from(items)).toEqual(itemsBefore)
    expect(await db.$count(requestMessages)).toBe(0)
    const [decision] = await decisionsOn(db, world.requestId)
    expect(decision).toMatchObject({ undoneAt: NOW, undoneBy: world.ctx.actor.id })
    expect(await eventsOn(db, world.requestId)).toEqual([event, 'request.decision_undone'])
  })

  test('is refused by its rule', async ({ db }) => {
    const world = await start(db, refusedFrom)
    const error: unknown = await run(world.ctx, world.target, world).catch(none)
    expect(error).toMatchObject({ code: 'invalid' })
    expect((await readRequest(db, world.requestId)).version).toBe(1)
    expect(await eventsOn(db, world.requestId)).toEqual([])
  })

  test('is refused to those who do not triage', async ({ db }) => {
    const world = await start(db)
    const error: unknown = await run(world.outside, world.target, world).catch(none)
    expect(error).toMatchObject({ code: 'forbidden' })
    expect((await readRequest(db, world.requestId)).version).toBe(1)
  })

  test('tells the second who decided what and when', async ({ db }) => {
    const world = await start(db, async (early) => {
      const before = early.as(early.pm, new Date('2026-01-15T09:27:00Z'))
      await setProductImportance(before, { ...early.target, importance: 'minor' })
      return given?.(early) ?? {}
    })
    const error: unknown = await run(world.ctx, world.target, world).catch(none)
    expect(error).toMatchObject({
      code: 'conflict',
      message: `Jonas Weber set Product’s importance of REQ-${world.requestId} 3 minutes ago. Your decision was not saved.`,
    })
    expect((await decisionsOn(db, world.requestId)).map((row) => row.kind)).toEqual(['importance'])
  })
})
