import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { getEditFields } from '#app/domain/requests/get-edit-fields.server.ts'
import { getHistory } from '#app/domain/requests/get-history.server.ts'
import { getRequest } from '#app/domain/requests/get-request.server.ts'
import { getRequestForm } from '#app/domain/requests/get-request-form.server.ts'
import { lastNo, lastQuestion } from '#app/domain/requests/history-entry.ts'
import { listLookAlikes } from '#app/domain/requests/look-alike-rows.server.ts'
import { replyToQuestion } from '#app/domain/requests/reply-to-question.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { askBack } from '#app/domain/triage/ask-back.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import type { Executor } from '#db/client.ts'
import { accounts } from '#db/schema/accounts.ts'
import { itemDecisions } from '#db/schema/items.ts'
import { areas } from '#db/schema/organisation.ts'
import { requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeLine,
  makeOpportunity,
  makePerson,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

async function makeCase(db: Executor, values: object = {}) {
  const company = await makeCompany(db)
  const { as, csm, lineId } = company
  const accountId = await makeAccount(db, { name: 'Tauern Spedition', ownerId: csm.id })
  const contractId = await makeContract(db, { accountId })
  const itemId = await makeItem(db, { title: 'SSO', productLineId: lineId })
  const { id } = await submitRequest(
    as(csm),
    submission({ accountId, productLineId: lineId, ...values }),
  )
  return { ...company, accountId, contractId, itemId, id }
}

describe('getRequest', () => {
  test('tells what is at stake by the rule, and what the submitter may do', async ({ db }) => {
    const { as, csm, id, contractId } = await makeCase(db)
    expect(await getRequest(as(csm), id)).toMatchObject({
      account: { name: 'Tauern Spedition' },
      submitter: { name: 'Selin Aksoy' },
      productLine: { name: 'Platform' },
      area: null,
      item: null,
      settled: null,
      stake: { chosen: false, contracts: [{ id: contractId }], opportunities: [] },
      asks: [],
      open: {
        reply: false,
        confirm: true,
        accept: false,
        solved: false,
        edit: true,
        triage: false,
      },
    })
  })

  test('tells the day of its target as it is in the organisation', async ({ db }) => {
    const { as, csm, id } = await makeCase(db)
    // Half past midnight in Berlin.
    const answerDueAt = new Date('2026-01-19T23:30:00Z')
    await db.update(requests).set({ answerDueAt }).where(eq(requests.id, id))
    expect((await getRequest(as(csm), id)).answerDueOn).toBe('2026-01-20')
  })

  test('tells what was chosen, and the item with its rank', async ({ db }) => {
    const { as, pm, csm, id, itemId, accountId, lineId } = await makeCase(db)
    const opportunityId = await makeOpportunity(db, { accountId })
    const { id: other } = await submitRequest(
      as(csm),
      submission({
        ...{ accountId, productLineId: lineId, sameAs: itemId },
        ...{ contractIds: [], opportunityIds: [opportunityId], stakeFor: lineId },
      }),
    )
    expect((await getRequest(as(pm), other)).stake).toMatchObject({
      chosen: true,
      contracts: [],
      opportunities: [{ id: opportunityId, name: 'Two more depots' }],
    })
    await linkToItem(as(pm), { requestId: id, version: 1, itemId })
    expect(await getRequest(as(pm), id)).toMatchObject({
      item: { id: itemId, title: 'SSO', status: 'candidate', rank: 1 },
      open: { edit: false, confirm: false, triage: true },
    })
  })

  test('shows no money to who may not read it', async ({ db }) => {
    const { as, id } = await makeCase(db)
    const reader = await makePerson(db, { role: 'viewer', team: 'other' })
    const request = await getRequest(as(reader), id)
    expect(request.stake).toBeNull()
    expect(new Set(Object.values(request.open))).toEqual(new Set([false]))
  })

  test('survives that its account is archived', async ({ db }) => {
    const { as, csm, id, accountId } = await makeCase(db)
    await db.update(accounts).set({ archivedAt: NOW }).where(eq(accounts.id, accountId))
    expect((await getRequest(as(csm), id)).stake).toMatchObject({ contracts: [] })
  })
})

describe('getHistory', () => {
  test('tells decisions, replies, moves of the item and the CSM’s answers in order', async ({
    db,
  }) => {
    const { as, csm, pm, id, itemId } = await makeCase(db)
    await askBack(as(pm, minutes(1)), { requestId: id, version: 1, words: 'Which version?' })
    await replyToQuestion(as(csm, minutes(2)), { requestId: id, body: '4.2' })
    await linkToItem(as(pm, minutes(3)), { requestId: id, version: 3, itemId })
    await db.insert(itemDecisions).values({
      ...{ itemId, toStatus: 'declined', reason: 'Too costly for us' },
      ...{ decidedBy: pm.id, decidedAt: minutes(4) },
    })
    const entries = await getHistory(as(csm), { id, itemId, createdAt: NOW })
    expect(entries.map(({ by, what, words }) => [by, what, words])).toEqual([
      ['Jonas Weber', `asked back about REQ-${id}`, 'Which version?'],
      ['Selin Aksoy', 'replied', '4.2'],
      ['Jonas Weber', `linked REQ-${id} to ITEM-${itemId}`, null],
      ['Jonas Weber', `declined ITEM-${itemId}`, 'Too costly for us'],
    ])
    expect(lastQuestion(entries)).toBe('Which version?')
    expect(lastNo(entries)).toBe('Too costly for us')
  })

  test('keeps an undone decision in sight, and its question no longer open', async ({ db }) => {
    const { as, csm, pm, id } = await makeCase(db)
    const asked = { requestId: id, version: 1, words: 'Which version?' }
    const { decisionId } = await askBack(as(pm, minutes(1)), asked)
    await undoDecision(as(pm, minutes(1)), { decisionId })
    const entries = await getHistory(as(csm), { id, itemId: null, createdAt: NOW })
    expect(entries).toMatchObject([{ undone: true }])
    expect(lastQuestion(entries)).toBeNull()
  })
})

describe('getRequestForm', () => {
  test('suggests the one product line that the contracts name', async ({ db }) => {
    const { as, csm, accountId, lineId } = await makeCase(db)
    const mobile = await makeLine(db, 'Mobile')
    const form = async (fields = {}, options = {}) => getRequestForm(as(csm), fields, options)
    expect((await form()).suggestedLineId).toBe(mobile)
    expect((await form({}, { line: 'platform' })).suggestedLineId).toBe(lineId)
    await makeContract(db, { accountId, productLineId: lineId })
    expect((await form({}, { accountId })).suggestedLineId).toBe(lineId)
    await makeContract(db, { accountId, productLineId: mobile })
    expect((await form({}, { accountId })).suggestedLineId).toBe(mobile)
  })

  test('takes the account of the address before the one of the draft', async ({ db }) => {
    const { as, csm, accountId } = await makeCase(db)
    const other = await makeAccount(db, { name: 'Other' })
    const name = async (fields: object, options = {}) =>
      (await getRequestForm(as(csm), { ...fields }, options)).account?.name ?? null
    const drafted = { accountId: String(accountId) }
    expect(await name(drafted)).toBe('Tauern Spedition')
    expect(await name(drafted, { accountId: other })).toBe('Other')
    expect(await name(drafted, { accountId: null })).toBeNull()
    expect(await name({ accountId: '1e9' })).toBeNull()
    expect(await name({ accountId: 'x' })).toBeNull()
  })

  test('offers the lines in use with their areas, and the accounts that were looked for', async ({
    db,
  }) => {
    const { as, csm, lineId } = await makeCase(db)
    await db.insert(areas).values([
      { productLineId: lineId, name: 'Identity' },
      { productLineId: lineId, name: 'Exports', archivedAt: NOW },
    ])
    const form = await getRequestForm(as(csm), {}, { query: 'tau' })
    expect(form.lines).toMatchObject([{ name: 'Platform', areas: [{ name: 'Identity' }] }])
    expect(form.found).toMatchObject([{ name: 'Tauern Spedition' }])
    expect((await getRequestForm(as(csm), {})).found).toBeNull()
  })
})

describe('getEditFields', () => {
  test('gives the request back as its form had it', async ({ db }) => {
    const { as, csm, id, accountId, contractId, lineId } = await makeCase(db)
    expect(await getEditFields(as(csm), id)).toEqual({
      id,
      version: 1,
      closed: null,
      fields: expect.objectContaining({
        accountId: String(accountId),
        body: 'Unless we sign in through Entra ID we cannot renew.',
        // The title came from the words and goes on following them.
        title: '',
        importance: 'major',
        sameAs: '',
        stakeFor: String(lineId),
        contractIds: [String(contractId)],
        opportunityIds: [],
      }),
    })
  })

  test('is refused to others, and says why once triage has decided', async ({ db }) => {
    const { as, csm, pm, id } = await makeCase(db)
    await expect(getEditFields(as(pm), id)).rejects.toMatchObject({ code: 'forbidden' })
    await db.update(requests).set({ state: 'waiting' })
    expect(await getEditFields(as(csm), id)).toMatchObject({
      closed: `REQ-${id} can be changed only while it is new in triage.`,
      fields: { body: expect.any(String) },
    })
  })
})

describe('listLookAlikes', () => {
  test('shows a request under its item, and keeps the item that was chosen', async ({ db }) => {
    const { as, csm, itemId, accountId, lineId } = await makeCase(db)
    const chosen = await makeItem(db, { title: 'Dark mode', productLineId: lineId })
    await submitRequest(
      as(csm),
      submission({ accountId, productLineId: lineId, body: 'SSO please', sameAs: itemId }),
    )
    const rows = await listLookAlikes(as(csm), 'SSO', chosen)
    expect(rows.map(({ key, itemId }) => [key, itemId])).toEqual([
      [`item ${chosen}`, chosen],
      [`item ${itemId}`, itemId],
    ])
  })
})
