import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import type { StoredFactors } from '#app/domain/backlog/get-receipt.server.ts'
import { editRequest } from '#app/domain/requests/edit-request.server.ts'
import { giveEvidence } from '#app/domain/requests/give-evidence.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { doubtEvidence } from '#app/domain/triage/doubt-evidence.server.ts'
import { linkToItem } from '#app/domain/triage/link-to-item.server.ts'
import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import type { Executor } from '#db/client.ts'
import { events } from '#db/schema/organisation.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'
import { scoreParts } from '#db/schema/scores.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makePerson,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

/** A linked request for which the customer wrote something, at version 2. */
async function makeCase(db: Executor) {
  const company = await makeCompany(db)
  const { as, csm, pm, lineId } = company
  const accountId = await makeAccount(db)
  await makeContract(db, { accountId })
  const itemId = await makeItem(db, { productLineId: lineId })
  const { id: requestId } = await submitRequest(as(csm), {
    ...submission({ accountId, productLineId: lineId, evidence: 'customer_written' }),
    evidenceQuote: 'We cannot renew.',
  })
  await linkToItem(as(pm), { requestId, version: 1, itemId })
  const get = async () => (await db.select().from(requests).where(eq(requests.id, requestId)))[0]
  /** The evidence that counts, and its factor. */
  const counted = async () => {
    const [part] = await db.select().from(scoreParts).where(eq(scoreParts.itemId, itemId))
    const { evidence, evidenceFactor } = (part?.factors as StoredFactors).link.claim
    return [evidence, evidenceFactor]
  }
  return { ...company, accountId, requestId, get, counted }
}

const DOUBT = { convincing: 'no', reason: 'It is from last year.' } as const

describe('evidence that is not convincing', () => {
  test('counts one level lower, with its reason, until Product takes that back', async ({ db }) => {
    const { as, pm, requestId, get, counted } = await makeCase(db)
    expect(await counted()).toEqual(['customer_written', 3])

    await doubtEvidence(as(pm), { requestId, version: 2, ...DOUBT })
    expect(await counted()).toEqual(['customer_said', 2])
    expect(await get()).toMatchObject({
      evidence: 'customer_written',
      evidenceDoubt: 'It is from last year.',
      evidenceDoubtedBy: pm.id,
    })
    const decisions = await db.select().from(requestDecisions).orderBy(asc(requestDecisions.id))
    expect(decisions.at(-1)).toMatchObject({ kind: 'evidence', words: 'It is from last year.' })
    const logged = await db.select().from(events).orderBy(asc(events.id))
    expect(logged.at(-1)).toMatchObject({ name: 'request.evidence_doubted', actorId: pm.id })

    await doubtEvidence(as(pm), { requestId, version: 3, convincing: 'yes' })
    expect(await counted()).toEqual(['customer_written', 3])
  })

  test('can be undone', async ({ db }) => {
    const { as, pm, requestId, get, counted } = await makeCase(db)
    const { decisionId } = await doubtEvidence(as(pm), { requestId, version: 2, ...DOUBT })
    await undoDecision(as(pm), { decisionId })
    expect(await get()).toMatchObject({ evidenceDoubt: null, evidenceDoubtedBy: null })
    expect(await counted()).toEqual(['customer_written', 3])
  })

  test('is made good by other evidence, which takes the doubt away', async ({ db }) => {
    const { as, csm, pm, requestId, get, counted } = await makeCase(db)
    await doubtEvidence(as(pm), { requestId, version: 2, ...DOUBT })
    const same = { evidence: 'customer_written', evidenceQuote: 'We cannot renew.' } as const
    await giveEvidence(as(csm), { requestId, version: 3, ...same })
    expect((await get())?.evidenceDoubt).toBe('It is from last year.')

    await giveEvidence(as(csm), {
      ...{ requestId, version: 4, ...same },
      evidenceUrl: 'https://mail.example.com/42',
    })
    expect(await get()).toMatchObject({
      evidenceUrl: 'https://mail.example.com/42',
      evidenceDoubt: null,
      evidenceDoubtedBy: null,
    })
    expect(await counted()).toEqual(['customer_written', 3])
  })

  test('keeps its doubt while a new request is corrected elsewhere, and loses it with the evidence', async ({
    db,
  }) => {
    const { as, csm, pm, accountId, lineId } = await makeCase(db)
    const input = submission({ accountId, productLineId: lineId, evidence: 'customer_said' })
    const { id: requestId } = await submitRequest(as(csm), input)
    await doubtEvidence(as(pm), { requestId, version: 1, ...DOUBT })
    const doubt = async () =>
      (await db.select().from(requests).where(eq(requests.id, requestId)))[0]?.evidenceDoubt
    await editRequest(as(csm), { requestId, ...input, body: 'Unless it is there.', version: 2 })
    expect(await doubt()).toBe('It is from last year.')
    await editRequest(as(csm), { requestId, ...input, evidence: 'csm_belief', version: 3 })
    expect(await doubt()).toBeNull()
  })

  test('is Product’s word, about evidence that is there; other evidence is the CSM’s', async ({
    db,
  }) => {
    const { as, csm, pm, accountId, lineId, requestId } = await makeCase(db)
    await expect(doubtEvidence(as(csm), { requestId, version: 2, ...DOUBT })).rejects.toMatchObject(
      { code: 'forbidden' },
    )
    const { id: without } = await submitRequest(
      as(csm),
      submission({ accountId, productLineId: lineId }),
    )
    await expect(
      doubtEvidence(as(pm), { requestId: without, version: 1, ...DOUBT }),
    ).rejects.toMatchObject({ code: 'invalid' })
    const colleague = await makePerson(db)
    await expect(
      giveEvidence(as(colleague), { requestId, version: 2, evidence: 'none' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      giveEvidence(as(csm), { requestId, version: 1, evidence: 'none' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('what the customer wrote cannot be stored without its words or a link', async ({ db }) => {
  const { requestId } = await makeCase(db)
  await expect(
    db.update(requests).set({ evidenceQuote: null }).where(eq(requests.id, requestId)),
  ).rejects.toMatchObject({ cause: { constraint_name: 'requests_written_evidence' } })
})
