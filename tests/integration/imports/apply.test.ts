import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { saveAccount } from '#app/domain/accounts/account-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { matchAside, listAside } from '#app/domain/imports/aside.server.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import { applyBatch } from '#app/domain/imports/run-apply.server.ts'
import { resumeImports } from '#app/domain/imports/run-import.server.ts'
import { applyImport, continueImport, undoImport } from '#app/domain/imports/steps.server.ts'
import { accountExternalIds, accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { imports } from '#db/schema/imports.ts'
import { people } from '#db/schema/people.ts'
import { requests } from '#db/schema/requests.ts'
import { makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import {
  apply,
  check,
  importEvents,
  importFile,
  makeImporter,
  outcomesOf,
  rowsOf,
  work,
} from './world.ts'

const TWO = 'external_id,name,industry\nA-1,Anadolu Lojistik,Retail\nA-2,Tauern Spedition,Retail\n'

async function rename(ctx: Context, name: string, patch: { industry?: string; region?: string }) {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.name, name))
  if (!account) throw new Error(name)
  await saveAccount(ctx, account, account.version, patch, 'account.edited')
}

describe('changes', () => {
  test('only the fields of the file change, and what they were is told', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    await rename(ctx, 'Tauern Spedition', { region: 'AT' })
    const importId = await check(
      ctx,
      'accounts',
      TWO.replace('Spedition,Retail', 'Spedition,Freight'),
    )
    const [first, second] = await rowsOf(ctx, importId)
    expect(first).toMatchObject({ outcome: 'unchanged', diff: null })
    expect(second).toMatchObject({
      outcome: 'changed',
      diff: { industry: { before: 'Retail', after: 'Freight' } },
    })
    await apply(ctx, importId)
    const [row] = await db.select().from(accounts).where(eq(accounts.name, 'Tauern Spedition'))
    expect(row).toMatchObject({ industry: 'Freight', region: 'AT' })
  })

  test('a record that somebody changed since the check is left alone', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    const importId = await check(ctx, 'accounts', TWO.replaceAll('Retail', 'Freight'))
    await rename(ctx, 'Anadolu Lojistik', { industry: 'Shipping' })
    await rename(ctx, 'Tauern Spedition', { region: 'AT' })
    await apply(ctx, importId)
    const [first, second] = await rowsOf(ctx, importId)
    expect(first?.conflict).toBe(
      'Somebody changed industry since the check. Import the file again to see what it would do now.',
    )
    expect(first?.appliedAt).toBeNull()
    expect(second).toMatchObject({ conflict: null, appliedVersion: 3 })
    const stored = await db.select().from(accounts).orderBy(asc(accounts.id))
    expect(stored.map(({ industry }) => industry)).toEqual(['Shipping', 'Freight'])
    expect((await fetchImport(ctx, importId)).counts).toMatchObject({ applied: 1, conflict: 1 })
  })

  test('two files with the same new record make it once', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const [one, other] = [await check(ctx, 'accounts', TWO), await check(ctx, 'accounts', TWO)]
    await apply(ctx, one)
    await apply(ctx, other)
    expect(await db.select().from(accounts)).toHaveLength(2)
    expect((await rowsOf(ctx, other)).map(({ conflict }) => conflict)).toEqual([
      'A record with this id was made since the check.',
      'A record with this id was made since the check.',
    ])
  })

  test('triage stays the master of what it decides', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    const file = (title: string, type: string, status: string) =>
      `external_id,title,type,importance,status,account_external_id\nR-1,${title},${type},major,${status},A-1\n`
    await importFile(ctx, 'requests', file('Export', 'bug', 'new'))
    await db.update(requests).set({ type: 'change_request', version: 2 })
    const importId = await importFile(ctx, 'requests', file('Export as CSV', 'bug', 'declined'))
    expect((await rowsOf(ctx, importId))[0]?.diff).toEqual({
      title: { before: 'Export', after: 'Export as CSV' },
      body: { before: 'Export', after: 'Export as CSV' },
    })
    expect(await db.select().from(requests)).toMatchObject([
      { title: 'Export as CSV', type: 'change_request', state: 'new' },
    ])
  })
})

describe('rows kept aside', () => {
  const DEALS = `external_id,account_external_id,name,kind
O-1,X-9,First,expansion
O-2,X-9,Second,expansion
O-3,X-8,Other,expansion
O-4,,Nameless,expansion
`
  test('are matched once for all that name the same account, before applying', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    const importId = await check(ctx, 'opportunities', DEALS)
    const { groups, total } = await listAside(ctx, importId)
    expect(total).toBe(4)
    expect(groups.map(({ reference, rows, line }) => [reference, rows, line])).toEqual([
      ['X-9', 2, 2],
      ['X-8', 1, 4],
      ['', 1, 5],
    ])
    await matchAside(ctx, { importId, row: 1, account: 'anadolu lojistik' })
    expect(await outcomesOf(ctx, importId)).toEqual(['new', 'new', 'aside', 'aside'])
    await expect(matchAside(ctx, { importId, row: 3, account: 'Nobody' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { account: [expect.any(String)] },
    })
    await expect(
      matchAside(ctx, { importId, row: 1, account: 'Tauern Spedition' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await apply(ctx, importId)
    expect(await db.select().from(opportunities)).toHaveLength(2)
    expect(await importEvents(ctx, importId)).toContain('import.rows_matched')
  })

  test('are applied at once afterwards, and their id is known from then on', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', TWO)
    const importId = await importFile(ctx, 'opportunities', DEALS)
    expect(await db.select().from(opportunities)).toEqual([])
    await matchAside(ctx, { importId, row: 1, account: 'Tauern Spedition' })
    expect((await fetchImport(ctx, importId)).state).toBe('applying')
    await work(ctx, importId)
    const [account] = await db.select().from(accounts).where(eq(accounts.name, 'Tauern Spedition'))
    expect(await db.select().from(opportunities)).toMatchObject([
      { name: 'First', accountId: account?.id },
      { name: 'Second', accountId: account?.id },
    ])
    const ids = await db
      .select()
      .from(accountExternalIds)
      .where(eq(accountExternalIds.externalId, 'X-9'))
    expect(ids).toMatchObject([{ accountId: account?.id, source: 'causeway' }])
    const again = await check(ctx, 'opportunities', DEALS)
    expect(await outcomesOf(ctx, again)).toEqual(['unchanged', 'unchanged', 'aside', 'aside'])
  })
})

describe('a process that dies', () => {
  const many = (rows: number) =>
    `external_id,name,arr,renewal_date,parent_external_id\n${Array.from(
      { length: rows },
      (_, n) =>
        `A-${n},Account ${n},${n + 1},2026-12-31,${n > 0 ? `A-${Math.floor((n - 1) / 10)}` : ''}`,
    ).join('\n')}\n`

  const state = async ({ db }: Pick<Context, 'db'>) => {
    const stored = await db
      .select({
        name: accounts.name,
        parent: sql<string>`(select p.name from accounts p where p.id = ${accounts.parentId})`,
        arr: contracts.amountMinor,
      })
      .from(accounts)
      .innerJoin(contracts, eq(contracts.accountId, accounts.id))
      .orderBy(asc(accounts.nameFold))
    return stored
  }

  test('between batches is taken over by the next one, and the end is the same', async ({
    committedDb: db,
  }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', many(1200))
    await applyImport(ctx, importId)
    expect(await applyBatch(ctx, importId)).toBe(true)
    expect(await db.select().from(accounts)).toHaveLength(500)
    const later = new Date(NOW.getTime() + 3_600_000)
    await resumeImports({ db, now: later })
    await work(ctx, importId)
    const stored = await state(ctx)
    expect(stored).toHaveLength(1200)
    expect(stored.filter(({ parent }) => parent === null).map(({ name }) => name)).toEqual([
      'Account 0',
    ])
    expect(stored.find(({ name }) => name === 'Account 1199')).toEqual({
      name: 'Account 1199',
      parent: 'Account 119',
      arr: 120_000,
    })
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'applied',
      counts: { new: 1200, applied: 1200, conflict: 0 },
    })
  })

  test('a fault in the middle stops the import until somebody continues it', async ({
    committedDb: db,
  }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', many(700))
    await applyImport(ctx, importId)
    await db.execute(sql`alter table accounts add constraint fault check (name <> 'Account 600')`)
    await expect(work(ctx, importId)).rejects.toThrow()
    expect(await db.select().from(accounts)).toHaveLength(500)
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'applying',
      progressRow: 500,
      problem: 'It stopped because of a fault. What was done so far is kept.',
    })
    await db.execute(sql`alter table accounts drop constraint fault`)
    await continueImport(ctx, importId)
    await expect(continueImport(ctx, importId)).rejects.toMatchObject({ code: 'conflict' })
    await work(ctx, importId)
    expect(await db.select().from(accounts)).toHaveLength(700)
    expect(await fetchImport(ctx, importId)).toMatchObject({ state: 'applied', problem: null })
  })

  test('the loss of the permission stops the import until somebody else continues it', async ({
    committedDb: db,
  }) => {
    const { ctx, as, importer } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', many(700))
    await applyImport(ctx, importId)
    await applyBatch(ctx, importId)
    await db.update(people).set({ deactivatedAt: NOW }).where(eq(people.id, importer.id))
    await work(ctx, importId)
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'applying',
      progressRow: 500,
      problem:
        'It stopped: Ayşe Kaya may not import any more. What was done so far is kept, and whoever may import can continue.',
    })
    const other = as(await makePerson(db, { role: 'manager' }))
    await continueImport(other, importId)
    await work(ctx, importId)
    expect(await fetchImport(ctx, importId)).toMatchObject({ state: 'applied', problem: null })
    await undoImport(other, importId)
    await db.update(people).set({ role: 'contributor' }).where(eq(people.id, other.actor.id))
    await work(ctx, importId)
    expect(await db.$count(accounts)).toBe(700)
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'undoing',
      problem: expect.stringContaining('may not import any more') as string,
    })
  })

  test('an import that still gives signs of life is not started again', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await check(ctx, 'accounts', TWO)
    await applyImport(ctx, importId)
    const jobs = async () =>
      (await db.execute(sql`select 1 from pgboss.job where name = 'run-import'`)).length
    const before = await jobs()
    await resumeImports({ db, now: new Date(NOW.getTime() + 30_000) })
    expect(await jobs()).toBe(before)
    await resumeImports({ db, now: new Date(NOW.getTime() + 90_000) })
    expect(await jobs()).toBe(before + 1)
    await db.update(imports).set({ problem: 'It stopped.' })
    await resumeImports({ db, now: new Date(NOW.getTime() + 900_000) })
    expect(await jobs()).toBe(before + 1)
  })
})
