import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import { saveAccount } from '#app/domain/accounts/account-records.server.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import { accountExternalIds, accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { modelVersions, rateVersions } from '#db/schema/organisation.ts'
import { publications } from '#db/schema/publications.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'
import { makeItem, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { importEvents, importFile, makeImporter, rowsOf, undo } from './world.ts'

const FAMILY = `external_id,name,arr,renewal_date,parent_external_id
A-3,Grandchild,,,A-2
A-1,Parent,1000,2026-05-15,
A-2,Child,500,2026-05-15,A-1
`

describe('undo', () => {
  test('takes away what was made, parents after their children', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    const importId = await importFile(ctx, 'accounts', FAMILY)
    await undo(ctx, importId)
    expect(await db.select().from(accounts)).toEqual([])
    expect(await db.select().from(contracts)).toEqual([])
    expect(await db.select().from(accountExternalIds)).toEqual([])
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'undone',
      counts: { new: 3, applied: 0, undone: 3, kept: 0 },
    })
    expect((await importEvents(ctx, importId)).slice(-2)).toEqual([
      'import.undo_started',
      'import.undone',
    ])
    const again = await importFile(ctx, 'accounts', FAMILY)
    expect((await rowsOf(ctx, again)).map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new'])
  })

  test('puts back what was changed, the contract and the parent too', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', FAMILY)
    const before = await db.select().from(accounts).orderBy(asc(accounts.id))
    const importId = await importFile(
      ctx,
      'accounts',
      `external_id,name,arr,renewal_date,parent_external_id,health
A-3,Renamed,70,2027-01-01,A-1,red
A-1,Parent,2000,2026-06-15,,
`,
    )
    expect(await db.select().from(contracts)).toHaveLength(3)
    await undo(ctx, importId)
    const now = await db.select().from(accounts).orderBy(asc(accounts.id))
    expect(now.map(({ name, parentId, healthColour }) => [name, parentId, healthColour])).toEqual(
      before.map(({ name, parentId, healthColour }) => [name, parentId, healthColour]),
    )
    expect(await db.select().from(contracts).orderBy(asc(contracts.id))).toMatchObject([
      { amountMinor: 100_000, renewsOn: '2026-05-15' },
      { amountMinor: 50_000, renewsOn: '2026-05-15' },
    ])
  })

  test('leaves what something was built on, says why, and can be tried again', async ({ db }) => {
    const { ctx, lineId } = await makeImporter(db)
    const importId = await importFile(
      ctx,
      'accounts',
      'external_id,name\nA-1,Edited\nA-2,Asked for\nA-3,Free\nA-4,With a deal\n',
    )
    const idOf = async (name: string) => {
      const [row] = await db.select().from(accounts).where(eq(accounts.name, name))
      if (!row) throw new Error(name)
      return row
    }
    const edited = await idOf('Edited')
    await saveAccount(ctx, edited, edited.version, { region: 'TR' }, 'account.edited')
    const { id: accountId } = await idOf('Asked for')
    await submitRequest(ctx, submission({ accountId, productLineId: lineId }))
    const { id: holder } = await idOf('With a deal')
    await db.insert(opportunities).values({ accountId: holder, name: 'Deal', kind: 'new' })
    await undo(ctx, importId)
    expect((await rowsOf(ctx, importId)).map(({ kept }) => kept)).toEqual([
      'It was changed since.',
      'It has requests.',
      null,
      'It has opportunities.',
    ])
    expect(await fetchImport(ctx, importId)).toMatchObject({
      state: 'applied',
      counts: { applied: 3, undone: 1, kept: 3 },
    })
    await db.delete(opportunities)
    await undo(ctx, importId)
    const names = await db.select({ name: accounts.name }).from(accounts).orderBy(accounts.id)
    expect(names.map(({ name }) => name)).toEqual(['Edited', 'Asked for'])
  })

  test('leaves accounts that a publication has named since', async ({ db }) => {
    const { ctx, lineId, importer } = await makeImporter(db)
    const importId = await importFile(ctx, 'accounts', 'external_id,name\nA-1,Named\nA-2,Not\n')
    const [named] = await db.select().from(accounts).where(eq(accounts.name, 'Named'))
    const publish = async (number: number, publishedAt: string, accountId: number | undefined) =>
      db.insert(publications).values({
        productLineId: lineId,
        number,
        title: 'Backlog',
        content: { items: [{ accounts: [{ accountId }] }] },
        modelVersionId: (await db.select().from(modelVersions))[0]?.id ?? 0,
        rateVersionId: (await db.select().from(rateVersions))[0]?.id ?? 0,
        publishedBy: importer.id,
        publishedAt: new Date(publishedAt),
      })
    const [other] = await db.select().from(accounts).where(eq(accounts.name, 'Not'))
    await publish(1, '2026-01-14T00:00:00Z', other?.id)
    await publish(2, '2026-01-16T00:00:00Z', named?.id)
    await undo(ctx, importId)
    expect((await rowsOf(ctx, importId)).map(({ kept }) => kept)).toEqual([
      'A publication since then names its account.',
      null,
    ])
  })

  test('gives a renewal deal’s contract its date back', async ({ db }) => {
    const { ctx } = await makeImporter(db)
    await importFile(ctx, 'accounts', FAMILY)
    const deals = await importFile(
      ctx,
      'opportunities',
      `external_id,account_external_id,name,probability,close_date,kind
O-1,A-1,Renewal,60,2026-07-01,renewal
`,
    )
    const main = () => db.select().from(contracts).where(eq(contracts.externalId, 'A-1#main'))
    expect(await main()).toMatchObject([{ renewsOn: '2026-07-01', forecast: 60 }])
    await undo(ctx, deals)
    expect(await main()).toMatchObject([{ renewsOn: '2026-05-15', forecast: null }])
    expect(await db.select().from(opportunities)).toEqual([])
  })

  test('takes requests with their answers away, but not one that triage took up', async ({
    db,
  }) => {
    const { ctx, lineId } = await makeImporter(db)
    await importFile(ctx, 'accounts', FAMILY)
    const importId = await importFile(
      ctx,
      'requests',
      `external_id,title,type,importance,status,account_external_id,original_external_id
R-1,Export,bug,major,answered,A-1,
R-2,Sign in,feature_request,major,new,A-1,
R-3,Sign in too,feature_request,major,duplicate,A-1,R-2
R-4,Free,feature_request,major,new,A-1,
`,
    )
    const itemId = await makeItem(db, { productLineId: lineId })
    await db
      .update(requests)
      .set({ state: 'linked', itemId, version: 2 })
      .where(eq(requests.externalId, 'R-2'))
    await undo(ctx, importId)
    expect((await rowsOf(ctx, importId)).map(({ kept }) => kept)).toEqual([
      null,
      'It was changed since.',
      null,
      null,
    ])
    const left = await db.select().from(requests)
    expect(left.map(({ externalId }) => externalId)).toEqual(['R-2'])
    expect(await db.select().from(requestDecisions)).toEqual([])
  })
})
