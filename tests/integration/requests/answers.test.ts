import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { acceptNo } from '#app/domain/requests/accept-no.server.ts'
import { confirmClaim, confirmClaims } from '#app/domain/requests/confirm-claim.server.ts'
import { editRequest } from '#app/domain/requests/edit-request.server.ts'
import { replyToQuestion } from '#app/domain/requests/reply-to-question.server.ts'
import { reportSolved } from '#app/domain/requests/report-solved.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts, changes } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { events } from '#db/schema/organisation.ts'
import { requestMessages, requests } from '#db/schema/requests.ts'
import { exposureScores, itemScores } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

/** A Tuesday afterwards, 3 February 2026. */
const LATER = new Date('2026-02-03T14:00:00Z')

async function makeCase(db: Executor) {
  const company = await makeCompany(db)
  const { as, csm, lineId } = company
  const accountId = await makeAccount(db)
  await makeContract(db, { accountId })
  const itemId = await makeItem(db, { productLineId: lineId })
  const input = submission({ accountId, productLineId: lineId, importance: 'critical' })
  const { id } = await submitRequest(as(csm), { ...input, sameAs: itemId })
  const put = (values: Partial<typeof requests.$inferInsert>) =>
    db.update(requests).set(values).where(eq(requests.id, id))
  const putItem = (values: Partial<typeof items.$inferInsert>) =>
    db.update(items).set(values).where(eq(items.id, itemId))
  const get = async () => (await db.select().from(requests).where(eq(requests.id, id)))[0]
  const lastEvents = async () => (await db.select().from(events)).slice(1).map(({ name }) => name)
  const arrAtRisk = async () =>
    (await db.select().from(itemScores).where(eq(itemScores.itemId, itemId)))[0]?.arrAtRisk ?? 0
  const later = as(csm, LATER)
  return {
    ...company,
    accountId,
    itemId,
    id,
    input,
    put,
    putItem,
    get,
    lastEvents,
    arrAtRisk,
    later,
  }
}

describe('replyToQuestion', () => {
  test('sends the request back to triage with a new target', async ({ db }) => {
    const { id, put, get, later, lastEvents, csm } = await makeCase(db)
    await put({ state: 'waiting' })
    await replyToQuestion(later, { requestId: id, body: 'Version 4.2, on Windows.' })
    expect(await get()).toMatchObject({
      state: 'new',
      version: 2,
      // Critical: two working days.
      answerDueAt: new Date('2026-02-05T14:00:00Z'),
    })
    expect(await db.select().from(requestMessages)).toMatchObject([
      { kind: 'reply', body: 'Version 4.2, on Windows.', authorId: csm.id },
    ])
    expect(await lastEvents()).toEqual(['request.replied'])
  })

  test('is refused when nothing is asked', async ({ db }) => {
    const { id, later } = await makeCase(db)
    await expect(replyToQuestion(later, { requestId: id, body: 'Yes.' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('is one reply when two come at once', async ({ committedDb: db }) => {
    const { id, put, later } = await makeCase(db)
    await put({ state: 'waiting' })
    const reply = () => replyToQuestion(later, { requestId: id, body: 'Yes.' })
    const answers = await Promise.allSettled([reply(), reply()])
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict' } },
    ])
    expect(await db.select().from(requestMessages)).toHaveLength(1)
  })
})

describe('who answers', () => {
  test('the submitter, the owner of the account and a manager of CS', async ({ db }) => {
    const { id, as, accountId, pm } = await makeCase(db)
    const other = await makePerson(db)
    const manager = await makePerson(db, { role: 'manager' })
    const viewer = await makePerson(db, { role: 'viewer' })
    for (const person of [other, pm, viewer]) {
      await expect(confirmClaim(as(person), id)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await confirmClaim(as(manager), id)
    await db.update(accounts).set({ ownerId: other.id }).where(eq(accounts.id, accountId))
    await confirmClaim(as(other), id)
  })

  test('not_found for a request that is not there', async ({ db }) => {
    const { as, csm } = await makeCase(db)
    await expect(confirmClaim(as(csm), 999)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('confirmClaim', () => {
  test('lets the claim count in full again', async ({ db }) => {
    const { id, get, later, lastEvents, arrAtRisk, as, csm } = await makeCase(db)
    const fresh = await arrAtRisk()
    await refreshScores(as(csm, LATER), 'all')
    expect(await arrAtRisk()).toBeLessThan(fresh)
    await confirmClaim(later, id)
    expect(await arrAtRisk()).toBeCloseTo(fresh, 6)
    expect(await get()).toMatchObject({ confirmedAt: LATER, version: 2 })
    expect(await lastEvents()).toEqual(['request.confirmed'])
  })

  test('of a declined request counts at once, though it has no item', async ({ db }) => {
    const { id, put, as, csm, later } = await makeCase(db)
    await put({ state: 'declined', itemId: null })
    const lost = async () => (await db.select().from(exposureScores))[0]?.residual ?? 0
    await refreshScores(as(csm), 'all')
    const fresh = await lost()
    // Nobody has confirmed it for 379 days.
    await put({ confirmedAt: new Date('2025-01-20T09:30:00Z') })
    await refreshScores(later, 'all')
    const aged = await lost()
    expect(aged).toBeLessThan(fresh)
    await confirmClaim(later, id)
    expect(await lost()).toBeGreaterThan(aged)
  })

  test.for(['answered', 'duplicate'] as const)('is refused once %s', async (state, { db }) => {
    const { id, input, put, as, csm } = await makeCase(db)
    const other = await submitRequest(as(csm), input)
    await put({ state, itemId: null, duplicateOfId: state === 'duplicate' ? other.id : null })
    await expect(confirmClaim(as(csm), id)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('acceptNo', () => {
  test('takes the risk of a declined item away', async ({ db }) => {
    const { id, put, putItem, later, get, lastEvents, as, csm } = await makeCase(db)
    const residual = async () => (await db.select().from(exposureScores))[0]?.residual
    await put({ state: 'linked' })
    await putItem({ status: 'declined' })
    await refreshScores(as(csm), 'all')
    expect(await residual()).toBeGreaterThan(0)
    await acceptNo(later, id)
    expect(await residual()).toBe(0)
    expect((await get())?.noAcceptedAt).toEqual(LATER)
    expect(await lastEvents()).toEqual(['request.no_accepted'])
    await expect(acceptNo(later, id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is refused while nothing is declined', async ({ db }) => {
    const { id, later } = await makeCase(db)
    await expect(acceptNo(later, id)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('reportSolved', () => {
  test('takes the answer, and another one later', async ({ db }) => {
    const { id, put, putItem, later, get, lastEvents } = await makeCase(db)
    await put({ state: 'linked' })
    await putItem({ status: 'shipped' })
    await reportSolved(later, { requestId: id, solved: false })
    expect((await get())?.solved).toBe(false)
    await reportSolved(later, { requestId: id, solved: true })
    expect((await get())?.solved).toBe(true)
    expect(await lastEvents()).toEqual(['request.not_solved', 'request.solved'])
  })

  test('is refused before it is shipped', async ({ db }) => {
    const { id, put, later } = await makeCase(db)
    await put({ state: 'linked' })
    await expect(reportSolved(later, { requestId: id, solved: true })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('editRequest', () => {
  test('corrects it, keeps what it said before, and scores it anew', async ({ db }) => {
    const { id, input, later, get, arrAtRisk, lastEvents, itemId } = await makeCase(db)
    const before = await arrAtRisk()
    await editRequest(later, {
      ...input,
      requestId: id,
      version: 1,
      sameAs: itemId,
      importance: 'blocker',
      body: 'They will leave in May.',
    })
    expect(await get()).toMatchObject({
      title: 'They will leave in May',
      bodyFold: 'they will leave in may.',
      importance: 'blocker',
      version: 2,
      // One working day from when it came in, Thursday 15 January.
      answerDueAt: new Date('2026-01-16T09:30:00Z'),
    })
    expect(await arrAtRisk()).toBeGreaterThan(before)
    const history = await db.select().from(changes).where(eq(changes.subjectType, 'request'))
    expect(history.map(({ field }) => field).sort()).toEqual(['body', 'importance', 'title'])
    expect(await lastEvents()).toEqual(['request.edited'])
  })

  test('counts the target from the reply after a question', async ({ db }) => {
    const { id, input, put, later, get, as, csm } = await makeCase(db)
    await put({ state: 'waiting' })
    await replyToQuestion(later, { requestId: id, body: 'Yes.' })
    const nextDay = as(csm, new Date('2026-02-04T08:00:00Z'))
    await editRequest(nextDay, { ...input, requestId: id, version: 2, importance: 'blocker' })
    expect((await get())?.answerDueAt).toEqual(new Date('2026-02-04T14:00:00Z'))
  })

  test('is refused once somebody was quicker, or triage has decided', async ({ db }) => {
    const { id, input, put, later } = await makeCase(db)
    await expect(editRequest(later, { ...input, requestId: id, version: 7 })).rejects.toMatchObject(
      { code: 'conflict', message: expect.stringMatching(/ was changed since you opened it\./) },
    )
    await put({ state: 'linked' })
    await expect(editRequest(later, { ...input, requestId: id, version: 1 })).rejects.toMatchObject(
      {
        code: 'conflict',
        message: `REQ-${id} can be changed only while it is new in triage. Your changes were not saved; what you wrote is still here.`,
      },
    )
  })

  test('is refused to another CSM', async ({ db }) => {
    const { id, input, as } = await makeCase(db)
    const other = await makePerson(db)
    await expect(
      editRequest(as(other), { ...input, requestId: id, version: 1 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('confirmClaims', () => {
  test('confirms those that are ticked, and says why one stays as it was', async ({ db }) => {
    const { as, id, lineId, accountId, itemId, later, lastEvents } = await makeCase(db)
    const colleague = await makePerson(db)
    const ask = async (ctx: typeof later) =>
      (
        await submitRequest(ctx, {
          ...submission({ accountId, productLineId: lineId, importance: 'blocker' }),
          sameAs: itemId,
        })
      ).id
    const second = await ask(as(later.actor))
    const foreign = await ask(as(colleague))
    const answered = await ask(as(later.actor))
    await db
      .update(requests)
      .set({ state: 'answered', itemId: null })
      .where(eq(requests.id, answered))
    await refreshScores(later, 'all')

    const outcome = await confirmClaims(later, {
      requests: [
        { requestId: id, version: 1 },
        { requestId: second, version: 7 },
        { requestId: foreign, version: 1 },
        { requestId: answered, version: 1 },
      ],
    })
    expect(outcome).toEqual({
      confirmed: [id],
      refused: [
        { requestId: second, why: expect.stringContaining('was changed a moment ago') },
        { requestId: foreign, why: expect.stringContaining('Only its submitter') },
        { requestId: answered, why: expect.stringContaining('nothing to confirm') },
      ],
    })
    const rows = await db.select().from(requests)
    const confirmedAt = new Map(rows.map((row) => [row.id, row.confirmedAt]))
    expect(confirmedAt.get(id)).toEqual(LATER)
    expect(confirmedAt.get(second)).not.toEqual(LATER)
    expect((await lastEvents()).filter((name) => name === 'request.confirmed')).toHaveLength(1)
  })

  test('brings the scores up to date once, as every confirmation by itself would', async ({
    db,
  }) => {
    const { id, later, arrAtRisk } = await makeCase(db)
    await refreshScores(later, 'all')
    const aged = await arrAtRisk()
    await confirmClaims(later, { requests: [{ requestId: id, version: 1 }] })
    const confirmed = await arrAtRisk()
    expect(confirmed).toBeGreaterThan(aged)
    await refreshScores(later, 'all')
    expect(await arrAtRisk()).toBeCloseTo(confirmed, 9)
  })
})
