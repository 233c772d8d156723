import { randomUUID } from 'node:crypto'

import { describe, expect } from 'vitest'
import { forgetDraft, keepDraft, openDraft, saveDraft } from '#app/domain/requests/drafts.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { drafts } from '#db/schema/requests.ts'
import { makeAccount, makeCompany, makePerson, NOW, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

describe('drafts', () => {
  test('is empty at first, with a key that stays', async ({ db }) => {
    const { as, csm } = await makeCompany(db)
    const first = await openDraft(as(csm))
    expect(first).toEqual({ fields: { submissionKey: expect.any(String) }, updatedAt: NOW })
    expect(await openDraft(as(csm))).toEqual(first)
  })

  test('is one a person, and comes back as it was saved', async ({ db }) => {
    const { as, csm, pm } = await makeCompany(db)
    const later = new Date('2026-01-16T08:00:00Z')
    await saveDraft(as(csm), { body: 'First' })
    await saveDraft(as(csm, later), { body: 'Second', contractIds: ['1', '2'] })
    await saveDraft(as(pm), { body: 'Of another person' })
    expect(await openDraft(as(csm))).toEqual({
      fields: { body: 'Second', contractIds: ['1', '2'] },
      updatedAt: later,
    })
    await forgetDraft(as(csm))
    expect((await openDraft(as(csm))).fields).not.toHaveProperty('body')
    expect((await openDraft(as(pm))).fields).toHaveProperty('body', 'Of another person')
  })

  test('is kept by its key for somebody whose session has ended', async ({ db }) => {
    const { as, csm, pm } = await makeCompany(db)
    const { fields } = await openDraft(as(csm))
    await openDraft(as(pm))
    expect(await keepDraft({ ...fields, body: 'Typed on' }, NOW)).toBe(true)
    expect((await openDraft(as(csm))).fields).toHaveProperty('body', 'Typed on')
    expect((await openDraft(as(pm))).fields).not.toHaveProperty('body')
  })

  test('is not made by a key that nobody was given, or by none', async ({ db }) => {
    await makeCompany(db)
    expect(await keepDraft({ submissionKey: randomUUID(), body: 'x' }, NOW)).toBe(false)
    expect(await keepDraft({ body: 'x' }, NOW)).toBe(false)
    expect(await db.select().from(drafts)).toEqual([])
  })

  test('does not come back when its last save arrives after the submission', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db)
    const { fields } = await openDraft(as(csm))
    const submissionKey = String(fields.submissionKey)
    const body = 'First line\nsecond line'
    await submitRequest(as(csm), {
      ...submission({ accountId, productLineId: lineId, body }),
      submissionKey,
    })
    const typed = {
      submissionKey,
      accountId: String(accountId),
      body: ' First line\r\nsecond line ',
    }
    await saveDraft(as(csm), typed)
    expect(await db.select().from(drafts)).toEqual([])
    await saveDraft(as(csm), { ...typed, body: 'Something else' })
    expect(await db.select().from(drafts)).toHaveLength(1)
  })

  test('is for those who may submit', async ({ db }) => {
    const { as } = await makeCompany(db)
    const viewer = await makePerson(db, { role: 'viewer' })
    await expect(openDraft(as(viewer))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(saveDraft(as(viewer), {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})
