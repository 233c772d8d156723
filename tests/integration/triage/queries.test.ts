import { describe, expect } from 'vitest'

import { getAccountCard } from '#app/domain/triage/get-account-card.server.ts'
import { getCommercialQuestion } from '#app/domain/triage/get-commercial-question.server.ts'
import { getResponseTimes } from '#app/domain/triage/get-response-times.server.ts'
import { listAtStake } from '#app/domain/triage/get-stake.server.ts'
import { getTriageRequest } from '#app/domain/triage/get-triage-request.server.ts'
import { decideCommercially } from '#app/domain/triage/decide-commercially.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { listDisagreements } from '#app/domain/triage/list-disagreements.server.ts'
import { listInbox } from '#app/domain/triage/list-inbox.server.ts'
import { listNeighbours } from '#app/domain/triage/list-neighbours.server.ts'
import { listSelected } from '#app/domain/triage/list-selected.server.ts'
import { setProductImportance } from '#app/domain/triage/set-product-importance.server.ts'
import { settleImportance } from '#app/domain/triage/settle-importance.server.ts'
import { changes } from '#db/schema/accounts.ts'
import {
  makeAccount,
  makeContract,
  makeItem,
  makeLine,
  makePerson,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { makeTriage } from './world.ts'

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

describe('the inbox', () => {
  test('groups what is to decide, with the account’s money and what is late', async ({ db }) => {
    const { triage, add, accountId, requestId } = await makeTriage(db)
    // Renews on 31 May with 60 days of notice: decides on 1 April, in 76 days.
    await makeContract(db, { accountId })
    await makeContract(db, { accountId, amountMinor: 1_000_00, period: 'month', renewsOn: null })
    const bug = await add({ type: 'bug' })
    const elsewhere = await makeAccount(db, { name: 'Delta Tech' })
    const late = await add({ accountId: elsewhere, answerDueAt: new Date('2026-01-13T09:30:00Z') })
    const later = await add({ accountId: elsewhere, answerDueAt: new Date('2026-01-19T09:30:00Z') })
    await add({ state: 'waiting' })
    await add({ state: 'declined' })

    const inbox = await listInbox(triage, { lineId: null, view: 'open' })
    expect(inbox.groups.map(({ group, rows }) => [group, rows.map(({ id }) => id)])).toEqual([
      ['bugs', [bug]],
      ['deciding', [requestId]],
      ['rest', [late, later]],
    ])
    expect(inbox.counts).toEqual({ new: 4, commercial: 0, waiting: 1, overdue: 1 })
    expect(inbox.groups[1]?.rows[0]).toMatchObject({
      accountName: 'Tauern Spedition',
      // 96,000 and twelve times 1,000.
      arr: { minor: 108_000_00, currency: 'EUR' },
      decidesOn: '2026-04-01',
    })
    expect(inbox.groups[2]?.rows[0]?.time).toEqual({ text: 'overdue 2 d', urgent: true })
  })

  test('is of one product line, or of what was asked back', async ({ db }) => {
    const { triage, add } = await makeTriage(db)
    const fleet = await makeLine(db, 'Fleet')
    const there = await add({ productLineId: fleet })
    const asked = await add({ state: 'waiting' })
    const ids = async (query: Parameters<typeof listInbox>[1]) =>
      (await listInbox(triage, query)).groups.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(await ids({ lineId: fleet, view: 'open' })).toEqual([there])
    expect(await ids({ lineId: null, view: 'waiting' })).toEqual([asked])
  })

  test('is for those who triage', async ({ db }) => {
    const { outside, requestId } = await makeTriage(db)
    const forbidden = { code: 'forbidden' }
    expect(await refusalOf(listInbox(outside, { lineId: null, view: 'open' }))).toMatchObject(
      forbidden,
    )
    expect(await refusalOf(getTriageRequest(outside, requestId))).toMatchObject(forbidden)
    expect(await refusalOf(listSelected(outside, [`${requestId}:1`]))).toMatchObject(forbidden)
  })
})

describe('beside a request', () => {
  test('stand the account with its next decision, and what is at stake', async ({ db }) => {
    const { triage, accountId, requestId, lineId } = await makeTriage(db)
    const contractId = await makeContract(db, { accountId })
    expect(await getAccountCard(triage, { accountId, productLineId: lineId })).toMatchObject({
      name: 'Tauern Spedition',
      arr: { minor: 96_000_00, currency: 'EUR' },
      contracts: 1,
      renewsOn: '2026-05-31',
      decidesOn: '2026-04-01',
      health: null,
      fit: null,
    })
    const request = await getTriageRequest(triage, requestId)
    expect(await listAtStake(triage, request)).toEqual([
      {
        kind: 'contract',
        id: contractId,
        name: '',
        amount: { minor: 96_000_00, currency: 'EUR' },
        monthly: false,
        date: '2026-05-31',
        risk: null,
      },
    ])
  })

  test('stands the health before, until the day it changed in the organisation', async ({ db }) => {
    const { triage, accountId, lineId } = await makeTriage(db)
    await db.insert(changes).values({
      ...{ subjectType: 'account', subjectId: accountId, subjectVersion: 2 },
      ...{ field: 'healthScore', before: 71, after: 40 },
      // Half past midnight in Berlin.
      ...{ changedBy: triage.actor.id, changedAt: new Date('2026-01-11T23:30:00Z') },
    })
    expect(await getAccountCard(triage, { accountId, productLineId: lineId })).toMatchObject({
      healthBefore: { score: 71, until: '2026-01-12' },
    })
  })

  test('stands the item that the submitter named before those that only look alike', async ({
    db,
  }) => {
    const { triage, add, lineId, itemId } = await makeTriage(db)
    const alike = await makeItem(db, { productLineId: lineId, title: 'Sign-in through Entra ID' })
    const request = await getTriageRequest(triage, await add({ itemId }))
    const { items } = await listNeighbours(triage, request, null)
    expect(items.map(({ id }) => id)).toEqual([itemId, alike])
    expect(items.map(({ likeness }) => likeness)).toEqual([null, 'very alike'])
  })

  test('stands the item of another account’s words, with the effect of linking', async ({ db }) => {
    const { triage, add, itemId, requestId, accountId, csm } = await makeTriage(db)
    await makeContract(db, { accountId })
    const other = await makeAccount(db, { name: 'Anadolu Lojistik' })
    const said = await add({ accountId: other, submittedBy: csm.id })
    await linkToItem(triage, { requestId: said, version: 1, itemId })

    const request = await getTriageRequest(triage, requestId)
    const around = await listNeighbours(triage, request, null)
    expect(around.items).toMatchObject([{ id: itemId, accounts: 1 }])
    expect(around.others).toMatchObject([{ id: said, accountName: 'Anadolu Lojistik', itemId }])
    expect(around.effect?.itemId).toBe(itemId)
    expect(around.effect?.accountAtRisk.after).toBeGreaterThan(
      around.effect?.accountAtRisk.before ?? Infinity,
    )
    expect(around.effect?.line).toBeGreaterThan(0)
  })

  test('stand its account’s other open requests, the alike first, and items found by number', async ({
    db,
  }) => {
    const { triage, add, requestId, itemId } = await makeTriage(db)
    const alike = await add()
    const unlike = await add({ title: 'Dark theme', body: 'Please.' })
    await add({ state: 'declined', title: 'Closed', body: 'Long ago.' })
    const request = await getTriageRequest(triage, requestId)
    const around = await listNeighbours(triage, request, `item-${itemId}`)
    expect(around.sameAccount.map(({ id }) => id)).toEqual([alike, unlike])
    expect(around.items.map(({ id }) => id)).toEqual([itemId])
  })
})

test('disagreements are listed until they are settled, the widest first', async ({ db }) => {
  const { as, triage, outside, manager, add } = await makeTriage(db)
  const agreed = await add({ importance: 'major' })
  const near = await add({ importance: 'major' })
  const wide = await add({ importance: 'blocker' })
  for (const requestId of [agreed, near, wide]) {
    const importance = requestId === agreed ? 'major' : 'minor'
    await setProductImportance(triage, { requestId, version: 1, importance })
  }
  const listed = async () =>
    (await listDisagreements(outside, { lineId: null })).map(({ id }) => id)
  expect(await listed()).toEqual([wide, near])
  const word = { importance: 'critical', reason: 'Between the two.' } as const
  await settleImportance(as(manager), { requestId: wide, version: 2, ...word })
  expect(await listed()).toEqual([near])
})

test('response times take the target of the submission, and list what is late now', async ({
  db,
}) => {
  const { outside, add } = await makeTriage(db)
  const monday = new Date('2026-01-05T09:00:00Z')
  // Critical: two working days from Monday are Wednesday, 9:00.
  const critical = { importance: 'critical', createdAt: monday, state: 'linked' } as const
  const { itemId } = await makeTriageItem(db)
  await add({ ...critical, itemId, firstAnsweredAt: new Date('2026-01-06T09:00:00Z') })
  // Late, whatever the due day was moved to afterwards.
  await add({
    ...critical,
    itemId,
    firstAnsweredAt: new Date('2026-01-09T09:00:00Z'),
    answerDueAt: new Date('2026-02-01T09:00:00Z'),
  })
  const late = await add({ answerDueAt: new Date('2026-01-15T09:29:00Z') })
  const report = await getResponseTimes(outside, { lineId: null })
  expect(report.all).toEqual({ answered: 2, median: 2.5 * 86_400_000, withinTarget: 0.5 })
  expect(report.byImportance.find(({ importance }) => importance === 'critical')).toMatchObject({
    target: 2,
    times: { answered: 2 },
  })
  expect(report.overdue.map(({ id }) => id)).toEqual([late])
})

test('a commercial question is for whoever was asked to answer', async ({ db }) => {
  const { as, triage, outside, target } = await makeTriage(db, { type: 'change_request' })
  const asked = await makePerson(db, { name: 'Kim Vogel', team: 'other' })
  await decideCommercially(triage, { ...target, step: 'ask', ownerId: asked.id, words: 'Soon?' })
  const question = await getCommercialQuestion(as(asked), target.requestId)
  expect(question).toMatchObject({
    asked: { owner: 'Kim Vogel', by: 'Jonas Weber', words: 'Soon?' },
    mayDecide: true,
    people: null,
  })
  expect(await getCommercialQuestion(outside, target.requestId)).toMatchObject({
    mayDecide: false,
  })
})

test('a selection of an address is read number by number', async ({ db }) => {
  const { triage, requestId } = await makeTriage(db)
  const seen = ['nonsense', `${requestId}:4`, '0:x', '999999:1']
  expect(await listSelected(triage, seen)).toMatchObject([{ id: requestId, seen: 4 }])
})

async function makeTriageItem(db: Parameters<typeof makeTriage>[0]) {
  const fleet = await makeLine(db, 'Fleet')
  return { itemId: await makeItem(db, { productLineId: fleet }) }
}
