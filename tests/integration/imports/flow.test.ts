import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import {
  accountExternalIds,
  accounts,
  changes,
  contractCovers,
  contracts,
  opportunities,
} from '#db/schema/accounts.ts'
import { importChunks } from '#db/schema/imports.ts'
import { requestDecisions, requestMessages, requests } from '#db/schema/requests.ts'
import { test } from '#tests/support/db.ts'

import { check, importEvents, importFile, makeImporter, outcomesOf, rowsOf } from './world.ts'

const ACCOUNTS = `external_id,name,domain,parent_external_id,arr,currency,renewal_date,lifecycle,health,employees,Güncel Paket
A-2,Çınar Depo,cinar.example,A-1,,,,active,green,40,gold
A-1,Anadolu Lojistik,anadolu.example,,240000,EUR,2026-05-15,active,red,1200,gold
A-3,Şahin Gıda,,A-9,1000,EUR,2026-06-01,prospect,unknown,,silver
`
const CONTRACTS = `external_id,account_external_id,covers,amount,period,currency,start,renewal_date,evergreen
C-1,A-2,,1500,month,EUR,2025-01-01,2026-12-31,
C-2,A-7,,900,year,EUR,,,true
C-3,A-2,A-1,900,year,EUR,,,true
`
const DEALS = `external_id,account_external_id,name,amount,currency,stage,probability,close_date,kind
O-1,A-1,Second depot,18000,EUR,Proposal,40,2026-04-01,expansion
O-2,A-1,Renewal 2026,240000,EUR,Negotiation,80,2026-06-10,renewal
`
const REQUESTS = `external_id,title,body,type,importance,status,account_external_id,requester_email,evidence,created_at,answer,original_external_id
R-1,Sign in through Entra ID,We cannot renew without it.,feature_request,blocker,new,A-1,it@anadolu.example,customer_written,2025-12-01T10:00:00Z,,
R-2,Export is slow,,bug,major,answered,A-1,,,2025-12-02T10:00:00Z,Fixed in 4.2.,
R-3,Entra login,,feature_request,major,duplicate,A-1,,,2025-12-03T10:00:00Z,,R-1
R-4,Lost one,,feature_request,major,new,A-77,,,2025-12-03T10:00:00Z,,
R-5,Repeats nobody,,feature_request,major,duplicate,A-1,,,2025-12-03T10:00:00Z,,R-99
`

describe('an import of each kind', () => {
  test('accounts with parents further down, a main contract and custom attributes', async ({
    db,
  }) => {
    const { ctx } = await makeImporter(db)
    const importId = await importFile(ctx, 'accounts', ACCOUNTS)
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'new', 'wrong'])
    const [, , lost] = await rowsOf(ctx, importId)
    expect(lost?.problems).toEqual([
      {
        column: 'parent_external_id',
        message: 'No account has the id “A-9”, here or in this file.',
      },
    ])
    const rows = await db.select().from(accounts).orderBy(asc(accounts.id))
    const [child, parent] = rows
    expect(rows).toHaveLength(2)
    expect(child).toMatchObject({
      name: 'Çınar Depo',
      domain: 'cinar.example',
      parentId: parent?.id,
      healthColour: 'green',
      employees: 40,
      attributes: { guncel_paket: 'gold' },
    })
    expect(await db.select().from(contracts)).toMatchObject([
      {
        accountId: parent?.id,
        amountMinor: 24_000_000,
        currency: 'EUR',
        period: 'year',
        renewsOn: '2026-05-15',
        noticeDays: 60,
        source: 'causeway',
        externalId: 'A-1#main',
      },
    ])
    const kept = await db.select().from(changes).orderBy(asc(changes.id))
    expect(kept.map(({ subjectType, field }) => `${subjectType} ${field}`)).toEqual([
      'account created',
      'account created',
      'contract created',
      'account parentId',
    ])
    expect(kept.every((change) => change.importId === importId)).toBe(true)
    expect(await db.select().from(importChunks)).toEqual([])
    expect(await importEvents(ctx, importId)).toEqual([
      'import.uploaded',
      'import.check_started',
      'import.checked',
      'import.apply_started',
      'import.applied',
    ])
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'applied',
      totalRows: 3,
      counts: { new: 2, wrong: 1, applied: 2, conflict: 0 },
    })
  })

  test('contracts: an unknown account is aside, a foreign cover wrong', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', ACCOUNTS)
    const importId = await importFile(ctx, 'contracts', CONTRACTS)
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'aside', 'wrong'])
    const [, aside, wrong] = await rowsOf(ctx, importId)
    expect(aside).toMatchObject({ reference: 'A-7', cells: { external_id: 'C-2' } })
    expect(wrong?.problems).toEqual([
      { column: 'covers', message: 'Anadolu Lojistik does not have the holder as its parent.' },
    ])
    const [stored] = await db.select().from(contracts).where(eq(contracts.externalId, 'C-1'))
    expect(stored).toMatchObject({
      amountMinor: 150_000,
      period: 'month',
      startsOn: '2025-01-01',
      renewsOn: '2026-12-31',
      evergreen: false,
    })
    expect(await db.select().from(contractCovers)).toEqual([])
  })

  test('opportunities; a renewal deal moves its contract', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', ACCOUNTS)
    const importId = await importFile(ctx, 'opportunities', DEALS)
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'new'])
    const [contract] = await db.select().from(contracts)
    expect(contract).toMatchObject({ renewsOn: '2026-06-10', forecast: 80 })
    expect(await db.select().from(opportunities).orderBy(asc(opportunities.id))).toMatchObject([
      { name: 'Second depot', kind: 'expansion', amountMinor: 1_800_000, contractId: null },
      { name: 'Renewal 2026', kind: 'renewal', contractId: contract?.id },
    ])
  })

  test('requests with their answers and duplicates', async ({ db }) => {
    const { ctx, importer, lineId } = await makeImporter(db)
    await importFile(ctx, 'accounts', ACCOUNTS)
    const importId = await importFile(ctx, 'requests', REQUESTS)
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'new', 'new', 'aside', 'wrong'])
    const stored = await db.select().from(requests).orderBy(asc(requests.id))
    const [first, second, third] = stored
    expect(first).toMatchObject({
      title: 'Sign in through Entra ID',
      state: 'new',
      source: 'import',
      productLineId: lineId,
      submittedBy: importer.id,
      contactName: 'it@anadolu.example',
      evidence: 'customer_written',
      evidenceQuote: 'We cannot renew without it.',
      confirmedAt: new Date('2025-12-01T10:00:00Z'),
      // One working day from Thursday is Friday.
      answerDueAt: new Date('2026-01-16T09:30:00Z'),
    })
    expect(second).toMatchObject({ state: 'answered', body: 'Export is slow' })
    expect(third).toMatchObject({ state: 'duplicate', duplicateOfId: first?.id })
    const decisions = await db.select().from(requestDecisions).orderBy(asc(requestDecisions.id))
    expect(decisions).toMatchObject([
      { requestId: second?.id, kind: 'answer', words: 'Fixed in 4.2.' },
      { requestId: third?.id, kind: 'merge', otherRequestId: first?.id },
    ])
    expect(await db.select().from(requestMessages)).toMatchObject([{ body: 'Fixed in 4.2.' }])
    expect((await rowsOf(ctx, importId))[4]?.problems).toEqual([
      {
        column: 'original_external_id',
        message: 'No request has the id “R-99”, here or in this file.',
      },
    ])
  })

  test('the same file again changes nothing', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', ACCOUNTS)
    await importFile(ctx, 'contracts', CONTRACTS)
    await importFile(ctx, 'opportunities', DEALS)
    await importFile(ctx, 'requests', REQUESTS)
    const before = await db.select().from(changes)
    const [ids] = [await db.select().from(accountExternalIds)]
    for (const [kind, file] of [
      ['contracts', CONTRACTS],
      ['opportunities', DEALS],
      ['requests', REQUESTS],
    ] as const) {
      const importId = await importFile(ctx, kind, file)
      const outcomes = new Set(await outcomesOf(ctx, importId))
      expect([...outcomes].filter((outcome) => !['wrong', 'aside'].includes(outcome))).toEqual([
        'unchanged',
      ])
    }
    expect(await db.select().from(changes)).toHaveLength(before.length)
    expect(await db.select().from(accountExternalIds)).toEqual(ids)
    // The deal has moved the main contract, so the first file would move it back: that is told.
    const again = await check(ctx, 'accounts', ACCOUNTS)
    const [child, parent] = await rowsOf(ctx, again)
    expect(child?.problems).toEqual([])
    expect(parent?.diff).toEqual({
      'contract.renewsOn': { before: '2026-06-10', after: '2026-05-15' },
    })
  })
})
