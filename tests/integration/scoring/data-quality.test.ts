import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import type { Context } from '#app/domain/context.ts'
import { confirmClaim } from '#app/domain/requests/confirm-claim.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { listDataQuality } from '#app/domain/scoring/list-data-quality.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { opportunities } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeOpportunity,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const told = async (ctx: Context) =>
  (await listDataQuality(ctx)).map(({ reason, subject }) => [reason, subject.kind, subject.name])

describe('listDataQuality', () => {
  test('is empty while everything counts', async ({ db }) => {
    const { as, csm } = await makeCompany(db)
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    await makeContract(db, { accountId, renewsOn: null, evergreen: true })
    await makeOpportunity(db, { accountId, probability: 40 })
    await refreshScores(as(csm), 'all')
    expect(await told(as(csm))).toEqual([])
  })

  test('says what the score leaves out, or counts for nothing or by a guess, and why', async ({
    db,
  }) => {
    const { as, csm } = await makeCompany(db)
    const accountId = await makeAccount(db)
    const deal = { accountId, probability: 40 }
    await makeContract(db, { accountId, name: 'In francs', currency: 'CHF' })
    // 15 January 2026 less 91 days.
    await makeContract(db, { accountId, name: 'Forgotten', renewsOn: '2025-10-16' })
    await makeContract(db, { accountId, name: 'Undated', renewsOn: null })
    await makeOpportunity(db, { ...deal, name: 'Free', amountMinor: null, currency: null })
    await makeOpportunity(db, { ...deal, name: 'Some day', closesOn: null })
    await makeOpportunity(db, { accountId, name: 'Unlikely', stage: 'Unheard of' })
    await makeOpportunity(db, { ...deal, name: 'A renewal', kind: 'renewal', closesOn: null })
    await refreshScores(as(csm), { accountIds: [accountId] })
    expect(await told(as(csm))).toEqual([
      ['no_rate', 'contract', 'In francs'],
      ['long_overdue', 'contract', 'Forgotten'],
      ['no_amount', 'opportunity', 'Free'],
      ['no_date', 'opportunity', 'Some day'],
      ['no_probability', 'opportunity', 'Unlikely'],
      ['missing_date', 'contract', 'Undated'],
    ])
    await db.update(opportunities).set({ state: 'lost' }).where(eq(opportunities.name, 'Free'))
    await refreshScores(as(csm), { accountIds: [accountId] })
    expect((await told(as(csm))).map(([reason]) => reason)).not.toContain('no_amount')
  })

  test('names a claim that is too old, once, until it is confirmed', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db)
    await makeContract(db, { accountId })
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: lineId })
    const input = submission({ accountId, productLineId: lineId, sameAs: itemId })
    const { id } = await submitRequest(as(csm), input)
    // 778 days before 15 January 2026: the first day on which less than a twentieth is left.
    const confirmedAt = new Date('2023-11-29T09:30:00Z')
    const [request] = await db
      .update(requests)
      .set({ confirmedAt })
      .where(eq(requests.id, id))
      .returning()
    await refreshScores(as(csm), { accountIds: [accountId] })
    expect(await told(as(csm))).toEqual([['expired_claim', 'request', request?.title]])
    await confirmClaim(as(csm), id)
    expect(await told(as(csm))).toEqual([])
  })
})
