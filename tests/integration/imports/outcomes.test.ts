import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { fetchContract, saveContract } from '#app/domain/accounts/contract-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import { writeWrongRows } from '#app/domain/imports/wrong-rows.server.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import type { Executor } from '#db/client.ts'
import { contracts } from '#db/schema/accounts.ts'
import { outcomes } from '#db/schema/outcomes.ts'
import { collect } from '#tests/support/chunks.ts'
import { makeItem, makePerson } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { apply, check, importFile, makeImporter, outcomesOf, rowsOf, undo } from './world.ts'

const ACCOUNTS = `external_id,name
A-1,Anadolu Lojistik
A-2,Baltica
A-3,Cedar Freight
`
const CONTRACTS = `external_id,account_external_id,amount,period,currency,start,renewal_date
C-1,A-1,1000,month,EUR,2024-03-01,2026-03-01
C-2,A-2,24000,year,EUR,2025-02-01,2026-02-01
C-3,A-2,6000,year,EUR,2025-02-15,2026-02-15
C-4,A-3,9000,year,EUR,2025-01-10,2026-01-10
`
const HEADER =
  'contract_external_id,account_external_id,account_name,decided_on,outcome,amount,currency,reason,item,note\n'
const decisions = (
  itemId: number,
) => `${HEADER}C-2,,,2026-01-12,expanded,30000,EUR,,,Two more depots
C-3,,,2026-01-12,contracted,4000,EUR,Product gap,ITEM-${itemId},
,A-1,,2026-01-10,renewed,,,,,
,,Cedar Freight,2026-01-05,churned,,,price,,
`

async function makeRenewals(db: Executor) {
  const world = await makeImporter(db)
  await importFile(world.ctx, 'accounts', ACCOUNTS)
  await importFile(world.ctx, 'contracts', CONTRACTS)
  const itemId = await makeItem(db, { productLineId: world.lineId })
  return { ...world, itemId }
}

const contractsNow = async ({ db }: Pick<Context, 'db'>) =>
  (await db.select().from(contracts).orderBy(asc(contracts.externalId))).map(
    ({ amountMinor, renewsOn, endedOn }) => [amountMinor, renewsOn, endedOn],
  )

const BEFORE = [
  [100_000, '2026-03-01', null],
  [2_400_000, '2026-02-01', null],
  [600_000, '2026-02-15', null],
  [900_000, '2026-01-10', null],
]

async function contractOf({ db }: Pick<Context, 'db'>, externalId: string) {
  const [row] = await db.select().from(contracts).where(eq(contracts.externalId, externalId))
  if (!row) throw new Error(externalId)
  return fetchContract({ db }, row.id)
}

describe('an import of outcomes', () => {
  test('tells first, then records each decision and rolls its contract on or ends it', async ({
    db,
  }) => {
    const { ctx, itemId } = await makeRenewals(db)
    const importId = await check(ctx, 'outcomes', decisions(itemId))
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'new', 'new', 'new'])
    expect(await contractsNow(ctx)).toEqual(BEFORE)
    expect(await db.select().from(outcomes)).toEqual([])

    await apply(ctx, importId)
    expect(await contractsNow(ctx)).toEqual([
      // two years, as the term before
      [100_000, '2028-03-01', null],
      [3_000_000, '2027-02-01', null],
      [400_000, '2027-02-15', null],
      [900_000, '2026-01-10', '2026-01-10'],
    ])
    const recorded = await db.select().from(outcomes).orderBy(asc(outcomes.id))
    expect(recorded).toMatchObject([
      {
        ...{ outcome: 'expanded', dueOn: '2026-02-01', decidedOn: '2026-01-12' },
        ...{ amountBeforeMinor: 2_400_000, amountAfterMinor: 3_000_000, currency: 'EUR' },
        ...{ reason: null, itemId: null, note: 'Two more depots', source: 'import', importId },
      },
      {
        ...{ outcome: 'contracted', amountBeforeMinor: 600_000, amountAfterMinor: 400_000 },
        ...{ reason: 'product_gap', itemId },
      },
      { outcome: 'renewed', amountBeforeMinor: 100_000, amountAfterMinor: 100_000 },
      { outcome: 'churned', amountAfterMinor: 0, reason: 'price' },
    ])
  })

  test('only whoever may import brings them in', async ({ db }) => {
    const { as, itemId } = await makeRenewals(db)
    const csm = await makePerson(db, { name: 'Deniz Arslan' })
    await expect(check(as(csm), 'outcomes', decisions(itemId))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const product = await makePerson(db, { name: 'Selin', role: 'manager', team: 'product' })
    const importId = await importFile(as(product), 'outcomes', decisions(itemId))
    expect(await fetchImport(as(product), importId)).toMatchObject({ counts: { applied: 4 } })
  })

  test('a second time nothing is left to do', async ({ db }) => {
    const { ctx, itemId } = await makeRenewals(db)
    await importFile(ctx, 'outcomes', decisions(itemId))
    const again = await check(ctx, 'outcomes', decisions(itemId))
    expect(await outcomesOf(ctx, again)).toEqual(Array(4).fill('unchanged'))
  })

  test('undone, the decisions are gone and the contracts as before', async ({ db }) => {
    const { ctx, itemId } = await makeRenewals(db)
    const importId = await importFile(ctx, 'outcomes', decisions(itemId))
    await undo(ctx, importId)
    expect(await contractsNow(ctx)).toEqual(BEFORE)
    expect(await db.select().from(outcomes)).toEqual([])
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'undone',
      counts: { applied: 0, undone: 4, kept: 0 },
    })
  })

  test('a contract that was changed since keeps its decision', async ({ db }) => {
    const { ctx, itemId } = await makeRenewals(db)
    const importId = await importFile(ctx, 'outcomes', decisions(itemId))
    const contract = await contractOf(ctx, 'C-3')
    await saveContract(ctx, contract, contract.version, { noticeDays: 90 })
    await undo(ctx, importId)
    expect((await rowsOf(ctx, importId)).map(({ kept }) => kept)).toEqual([
      null,
      'It was changed since.',
      null,
      null,
    ])
    const left = await db.select().from(outcomes)
    expect(left.map(({ contractId }) => contractId)).toEqual([contract.id])
  })

  test('what somebody recorded since the check is not recorded over', async ({ db }) => {
    const { ctx, itemId } = await makeRenewals(db)
    const importId = await check(ctx, 'outcomes', decisions(itemId))
    const { id: contractId, version, amount } = await contractOf(ctx, 'C-4')
    await recordOutcome(ctx, {
      ...{ contractId, version, outcome: 'renewed', decidedOn: '2026-01-08', amountAfter: amount },
      ...{ nextRenewalOn: null, reason: null, itemId: null, note: '', confirmLarge: false },
    })
    await apply(ctx, importId)
    const [, , , cedar] = await rowsOf(ctx, importId)
    expect(cedar).toMatchObject({ appliedAt: null })
    expect(cedar?.conflict).toMatch(/\S/)
    expect((await contractOf(ctx, 'C-4')).endedOn).toBeNull()
  })

  test.for([
    ['C-9,,,2026-01-12,renewed,,,,,', 'contract_external_id', 'No contract has the id “C-9”.'],
    [
      ',A-2,,2026-01-12,renewed,,,,,',
      'contract_external_id',
      'Baltica has several contracts. Name the one by its id.',
    ],
    [
      ',,,2026-01-12,renewed,,,,,',
      'contract_external_id',
      'The row names neither a contract nor an account.',
    ],
    ['C-2,,,2026-01-12,expanded,,,,,', 'amount', 'Enter the new amount.'],
    [
      'C-2,,,2026-01-12,expanded,24000,EUR,,,',
      'amount',
      'An expanded contract is worth more than before.',
    ],
    [
      'C-2,,,2026-01-12,renewed,25000,EUR,,,',
      'amount',
      'A renewed contract is worth the same as before.',
    ],
    ['C-2,,,2026-01-12,expanded,30000,TRY,,,', 'amount', 'The contract is in EUR, this in TRY.'],
    ['C-2,,,2026-01-12,churned,,,,,', 'reason', 'Say why.'],
    [
      'C-2,,,2026-01-12,renewed,,,price,,',
      'reason',
      'Only what contracted or churned has a reason.',
    ],
    ['C-2,,,2026-01-12,churned,,,product_gap,ITEM-999,', 'item', 'There is no item ITEM-999.'],
    [
      'C-2,,,2026-01-12,churned,,,product_gap,The gap,',
      'item',
      '“The gap” is no item. Write it as ITEM-17.',
    ],
    [
      'C-2,,,2026-01-12,churned,,,price,ITEM-1,',
      'item',
      'An item is named only where the reason is a product gap.',
    ],
    ['C-2,,,2026-01-16,renewed,,,,,', 'decided_on', 'The decision cannot be in the future.'],
    [
      // half of the year before 1 February 2026 begins on 1 August
      'C-2,,,2025-07-31,renewed,,,,,',
      'decided_on',
      'The contract renews on 1 Feb 2026: this was decided about an earlier renewal.',
    ],
  ] as const)('refuses %s', async ([row, column, message], { db }) => {
    const { ctx } = await makeRenewals(db)
    const importId = await check(ctx, 'outcomes', `${HEADER}${row}\n`)
    expect(await rowsOf(ctx, importId)).toMatchObject([
      { outcome: 'wrong', problems: [{ column, message }] },
    ])
  })

  test('accounts that nobody knows are kept aside, and wrong rows come back as a file', async ({
    db,
  }) => {
    const { ctx } = await makeRenewals(db)
    const importId = await check(
      ctx,
      'outcomes',
      `${HEADER},,Nobody,2026-01-12,renewed,,,,,
C-9,,,2026-01-12,renewed,,,,,
C-2,,,2025-08-01,renewed,,,,,
C-2,,,2026-01-12,renewed,,,,,
`,
    )
    expect(await outcomesOf(ctx, importId)).toEqual(['aside', 'wrong', 'new', 'wrong'])
    const { fileName, pieces } = await writeWrongRows(ctx, importId)
    expect(fileName).toBe('outcomes-wrong-rows.csv')
    const text = (await collect(pieces)).join('')
    expect(text).toContain('No contract has the id “C-9”.')
    expect(text).toContain('A row above decides about the same contract.')
  })

  test('one that is recorded otherwise has to be taken back first', async ({ db }) => {
    const { ctx, itemId } = await makeRenewals(db)
    await importFile(ctx, 'outcomes', decisions(itemId))
    const importId = await check(
      ctx,
      'outcomes',
      `${HEADER}C-4,,,2026-01-14,renewed,,,,,\nC-2,,,2026-01-12,expanded,31000,EUR,,,\n`,
    )
    expect((await rowsOf(ctx, importId)).map(({ problems }) => problems[0]?.message)).toEqual([
      'It is recorded as churned on 5 Jan 2026 already. Take that back first.',
      'It is recorded as expanded on 12 Jan 2026 already. Take that back first.',
    ])
  })
})
