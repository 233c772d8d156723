import { arrayOverlaps, eq, inArray } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { declineRequest } from '#app/domain/triage/decline-request.server.ts'
import { fastLane } from '#app/domain/triage/fast-lane.server.ts'
import { findUndo } from '#app/domain/triage/find-undo.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { linkToNewItem } from '#app/domain/triage/link-to-new-item.server.ts'
import { retypeRequest } from '#app/domain/triage/retype-request.server.ts'
import { setProductImportance } from '#app/domain/triage/set-product-importance.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { splitRequest } from '#app/domain/triage/split-request.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'
import { scoreFacts } from '#db/schema/scores.ts'
import { makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { decisionsOn, makeTriage, readRequest } from './world.ts'

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

test('an undo comes too late once something else was decided', async ({ db }) => {
  const { triage, target, requestId } = await makeTriage(db)
  const { decisionId, version } = await retypeRequest(triage, { ...target, type: 'bug' })
  await setProductImportance(triage, { requestId, version, importance: 'minor' })

  expect(await refusalOf(undoDecision(triage, { decisionId }))).toMatchObject({ code: 'conflict' })
  expect(await readRequest(db, requestId)).toMatchObject({ type: 'bug', version: 3 })
})

test('a decision is undone once', async ({ db }) => {
  const { triage, target, itemId } = await makeTriage(db)
  const { decisionId } = await linkToItem(triage, { ...target, itemId })
  await undoDecision(triage, { decisionId })
  expect(await refusalOf(undoDecision(triage, { decisionId }))).toMatchObject({ code: 'conflict' })
})

test('whoever does not triage undoes nothing of others', async ({ db }) => {
  const { triage, outside, target, itemId } = await makeTriage(db)
  const { decisionId } = await linkToItem(triage, { ...target, itemId })
  expect(await refusalOf(undoDecision(outside, { decisionId }))).toMatchObject({
    code: 'forbidden',
  })
})

test('a settled importance is undone by those who may settle', async ({ db }) => {
  const { as, triage, manager, target } = await makeTriage(db)
  const settled = { ...target, importance: 'minor', reason: 'A nuisance.' } as const
  const { decisionId } = await settleImportance(as(manager), settled)
  expect(await refusalOf(undoDecision(triage, { decisionId }))).toMatchObject({
    code: 'forbidden',
  })
  const other = await makePerson(db, { team: 'product', role: 'manager' })
  await undoDecision(as(other), { decisionId })
  expect((await readRequest(db, target.requestId)).settledImportance).toBeNull()
})

test('a decision that is not there is not found', async ({ db }) => {
  const { triage } = await makeTriage(db)
  expect(await refusalOf(undoDecision(triage, { decisionId: 999_999 }))).toMatchObject({
    code: 'not_found',
  })
})

describe('a new item', () => {
  test('goes with the undo, and what the score read of it ends', async ({ db }) => {
    const { triage, target, lineId } = await makeTriage(db)
    const { decisionId, itemIds } = await linkToNewItem(triage, {
      ...target,
      title: 'Single sign-on',
      type: 'feature_request',
      productLineId: lineId,
    })
    await undoDecision(triage, { decisionId })
    expect(await db.select().from(items).where(inArray(items.id, itemIds))).toEqual([])
    const kept = await db
      .select()
      .from(scoreFacts)
      .where(arrayOverlaps(scoreFacts.itemIds, itemIds))
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(({ until }) => until === null)).toEqual([])
  })

  test('stays when another request has come to it', async ({ db }) => {
    const { triage, target, lineId, add, requestId } = await makeTriage(db)
    const made = await linkToNewItem(triage, {
      ...target,
      title: 'Single sign-on',
      type: 'feature_request',
      productLineId: lineId,
    })
    const { itemId } = await readRequest(db, requestId)
    if (itemId === null) throw new Error('not linked')
    const second = await add()
    await linkToItem(triage, { requestId: second, version: 1, itemId })
    await undoDecision(triage, made)

    expect(await db.$count(items, eq(items.id, itemId))).toBe(1)
    expect(await readRequest(db, requestId)).toMatchObject({ state: 'new', itemId: null })
    expect(await readRequest(db, second)).toMatchObject({ state: 'linked', itemId })
  })
})

test('an item that was put into the fast lane leaves it again', async ({ db }) => {
  const { triage, target, itemId } = await makeTriage(db, { type: 'bug' })
  const { decisionId } = await fastLane(triage, { ...target, itemId })
  const lane = async () => {
    const [row] = await db.select().from(items).where(eq(items.id, itemId))
    return row?.fastLane
  }
  expect(await lane()).toBe(true)
  await undoDecision(triage, { decisionId })
  expect(await lane()).toBe(false)
})

test('a split is not undone once somebody has worked on a part', async ({ db }) => {
  const { triage, target, requestId } = await makeTriage(db)
  const { decisionId } = await splitRequest(triage, {
    ...target,
    parts: [
      { title: 'One', body: 'one' },
      { title: 'Two', body: 'two' },
    ],
  })
  const [part] = await db.select().from(requests).where(eq(requests.splitFromId, requestId))
  if (!part) throw new Error('no part')
  await retypeRequest(triage, { requestId: part.id, version: 1, type: 'bug' })
  expect(await refusalOf(undoDecision(triage, { decisionId }))).toMatchObject({
    code: 'conflict',
    message: `REQ-${part.id}, a part of it, was worked on since. Merge it instead.`,
  })
  expect(await readRequest(db, requestId)).toMatchObject({ title: 'One' })
})

describe('the offer to undo', () => {
  test('stands for ten seconds, to whoever decided', async ({ db }) => {
    const { as, pm, csm, triage, target, itemId, requestId } = await makeTriage(db)
    const { decisionId } = await linkToItem(triage, { ...target, itemId })
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

    expect(await findUndo(as(pm, at(3)), decisionId)).toEqual({
      decisionId,
      requestId,
      what: `linked REQ-${requestId} to ITEM-${itemId}`,
      seconds: 7,
    })
    expect(await findUndo(as(pm, at(10)), decisionId)).toBeNull()
    expect(await findUndo(as(csm, at(3)), decisionId)).toBeNull()
    await undoDecision(triage, { decisionId })
    expect(await findUndo(as(pm, at(3)), decisionId)).toBeNull()
  })
})

test('of two decisions at once one wins, and the other is told', async ({ committedDb: db }) => {
  const { triage, as, target, itemId } = await makeTriage(db)
  const second = await makePerson(db, { name: 'Mira Lang', team: 'product' })
  const outcomes = await Promise.allSettled([
    linkToItem(triage, { ...target, itemId }),
    declineRequest(as(second), { ...target, reason: 'other', words: 'No.' }),
  ])
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toMatchObject({ code: 'conflict' })
  expect(await decisionsOn(db, target.requestId)).toHaveLength(1)
  expect((await readRequest(db, target.requestId)).version).toBe(2)
})
