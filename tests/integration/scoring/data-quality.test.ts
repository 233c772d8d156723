import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import type { Context } from '#app/domain/context.ts'
import { confirmClaim } from '#app/domain/requests/confirm-claim.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { listDataQuality } from '#app/domain/scoring/list-data-quality.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { contractCovers, opportunities } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'
import {
  makeAccount,
  makeCompany,
  makeContract,
  makeItem,
  makeOpportunity,
  NOW,
  submission,
} from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

const told = async (ctx: Context) =>
  (await listDataQuality(ctx)).map(({ reason, subject }) => [reason, subject.kind, subject.name])

describe('listDataQuality', () => {
  test('is empty while everything counts', async ({ db }) => {
    const { as, csm } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 70 })
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
    const accountId = await makeAccount(db, { healthScore: 70 })
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
    const accountId = await makeAccount(db, { healthScore: 70 })
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

  test('names customers without ARR or of unknown health, and no others', async ({ db }) => {
    const { as, csm } = await makeCompany(db)
    const sick = { healthColour: 'red' } as const
    const parentId = await makeAccount(db, { name: 'Parent', healthScore: 70 })
    const child = await makeAccount(db, { name: 'Child', parentId, ...sick })
    const contractId = await makeContract(db, { accountId: parentId })
    await db.insert(contractCovers).values({ contractId, accountId: child })
    const former = await makeAccount(db, { name: 'Former', ...sick })
    await makeContract(db, { accountId: former, endedOn: '2025-12-31' })
    const free = await makeAccount(db, { name: 'Pilot', ...sick })
    await makeContract(db, { accountId: free, amountMinor: 0 })
    await makeAccount(db, { name: 'Prospect', lifecycle: 'prospect' })
    await makeAccount(db, { name: 'Gone', lifecycle: 'churned' })
    await makeAccount(db, { name: 'Archived', archivedAt: NOW })
    const unknown = await makeAccount(db, { name: 'Silent' })
    await makeContract(db, { accountId: unknown })
    await refreshScores(as(csm), 'all')
    const rows = await listDataQuality(as(csm))
    expect(rows.map(({ reason, account }) => [reason, account.name])).toEqual([
      ['no_arr', 'Former'],
      ['no_arr', 'Pilot'],
      ['unknown_health', 'Silent'],
    ])
  })

  test('names a passed renewal, and values off the scale', async ({ db }) => {
    const { as, csm } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 70 })
    // One day past. The middle contract is 96,000, so off the scale is more than 9,600,000.
    await makeContract(db, { accountId, name: 'Passed', renewsOn: '2026-01-14' })
    await makeContract(db, { accountId, name: 'At the edge', amountMinor: 9_600_000_00 })
    await makeContract(db, { accountId, name: 'Typed twice', amountMinor: 9_600_000_01 })
    await makeContract(db, { accountId, name: 'Slow', noticeDays: 366 })
    await makeContract(db, { accountId, name: 'Year 2036', renewsOn: '2036-01-16' })
    await makeContract(db, { accountId, name: 'Ten years', renewsOn: '2036-01-15' })
    await makeContract(db, { accountId })
    await refreshScores(as(csm), 'all')
    expect(await told(as(csm))).toEqual([
      ['overdue', 'contract', 'Passed'],
      ['off_scale', 'contract', 'Typed twice'],
      ['off_scale', 'contract', 'Slow'],
      ['off_scale', 'contract', 'Year 2036'],
    ])
  })

  test('names a blocker on a receipt that nobody confirmed for 90 days', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 70 })
    await makeContract(db, { accountId })
    const itemId = await makeItem(db, { productLineId: lineId })
    const input = submission({ accountId, productLineId: lineId, sameAs: itemId })
    const { id } = await submitRequest(as(csm), { ...input, importance: 'blocker' })
    const confirm = (days: number) =>
      db
        .update(requests)
        .set({ confirmedAt: new Date(NOW.getTime() - days * 86_400_000) })
        .where(eq(requests.id, id))
    await confirm(89)
    expect(await told(as(csm))).toEqual([])
    await confirm(90)
    expect((await told(as(csm))).map(([reason]) => reason)).toEqual(['stale_claim'])
    await db.update(requests).set({ importance: 'major' }).where(eq(requests.id, id))
    expect(await told(as(csm))).toEqual([])
  })

  test('names a contract that is claimed to be lost three times over', async ({ db }) => {
    const { as, csm, lineId } = await makeCompany(db)
    const accountId = await makeAccount(db, { healthScore: 50 })
    await makeContract(db, { accountId, name: 'Hopeless' })
    const claim = async () => {
      const itemId = await makeItem(db, { productLineId: lineId })
      const input = submission({ accountId, productLineId: lineId, sameAs: itemId })
      return submitRequest(as(csm), {
        ...{ ...input, type: 'bug', importance: 'critical' },
        ...{ evidence: 'customer_written', evidenceQuote: 'We leave.' },
      })
    }
    // A critical bug in writing is 0.105361 · 1.25 · 3 = 0.395102: seven are 2.77, eight 3.16.
    for (let n = 0; n < 7; n++) await claim()
    expect(await told(as(csm))).toEqual([])
    await claim()
    expect(await told(as(csm))).toEqual([['many_claims', 'contract', 'Hopeless']])
  })
})
