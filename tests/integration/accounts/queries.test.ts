import { describe, expect } from 'vitest'

import { archiveAccount } from '#app/domain/accounts/archive-account.server.ts'
import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { fetchContracts } from '#app/domain/accounts/contract-records.server.ts'
import { createAccount } from '#app/domain/accounts/create-account.server.ts'
import { editContract } from '#app/domain/accounts/edit-contract.server.ts'
import { addExternalId } from '#app/domain/accounts/external-ids.server.ts'
import { findAccounts } from '#app/domain/accounts/find-accounts.server.ts'
import { getAccount } from '#app/domain/accounts/get-account.server.ts'
import { getHistory } from '#app/domain/accounts/get-history.server.ts'
import { listAccounts } from '#app/domain/accounts/list-accounts.server.ts'
import { readAccountFilter } from '#app/domain/accounts/list-filter.ts'
import { setHealth } from '#app/domain/accounts/set-health.server.ts'
import type { Context } from '#app/domain/context.ts'
import { submitRequest } from '#app/domain/requests/submit-request.server.ts'
import type { Executor } from '#db/client.ts'

import { makeAccount, makeContract, makeLine, submission } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { accountInput, contractInput, giveContract, makeWorld, opportunityInput } from './world.ts'

function list(ctx: Context, query = '') {
  return listAccounts(ctx, readAccountFilter(new URLSearchParams(query)))
}

async function names(ctx: Context, query = '') {
  return (await list(ctx, query)).rows.map(({ name }) => name)
}

/**
 * Anadolu: €240,000 + 12 × $2,500.50, renews 15 May; Anadolu İzmir below it, covered by the first contract, no own.
 * Bosphorus: ₺4,500,000, renewal overdue since 1 December, and one contract that ended.
 */
async function makeRevenue(db: Executor) {
  const world = await makeWorld(db)
  const { as, csm, manager, accountId, othersId } = world
  const ctx = as(manager)
  const { accountId: childId } = await createAccount(
    ctx,
    accountInput({ name: 'Anadolu İzmir', parentId: accountId, ownerId: csm.id }),
  )
  const first = await giveContract(ctx, accountId, { covers: [childId] })
  await giveContract(ctx, accountId, {
    amount: { minor: 2_500_50, currency: 'USD' },
    period: 'month',
    renewsOn: null,
    evergreen: true,
  })
  await giveContract(ctx, othersId, {
    amount: { minor: 4_500_000_00, currency: 'TRY' },
    renewsOn: '2025-12-01',
  })
  await makeContract(db, { accountId: othersId, amountMinor: 999_00, endedOn: '2025-12-31' })
  return { ...world, ctx, childId, first }
}

describe('ARR', () => {
  test('of each account and of the filter adds up by hand, each contract once', async ({ db }) => {
    const { ctx } = await makeRevenue(db)
    const { rows, arr, total } = await list(ctx)
    // 240,000 + 12 × 2,500.50 × 0.9 = 267,005.40; 4,500,000 × 0.02 = 90,000
    expect(rows.map((row) => [row.name, row.arr?.amount.minor, row.coveredByParent])).toEqual([
      ['Anadolu İzmir', 0, true],
      ['Anadolu Lojistik', 267_005_40, false],
      ['Bosphorus Retail', 90_000_00, false],
    ])
    expect(arr).toEqual({ amount: { minor: 357_005_40, currency: 'EUR' }, withoutRate: [] })
    expect(total).toBe(3)
  })

  test('names a currency without a plan rate', async ({ db }) => {
    const { ctx, childId } = await makeRevenue(db)
    await giveContract(ctx, childId, { amount: { minor: 5_000_00, currency: 'SEK' } })
    const { rows, arr } = await list(ctx, 'q=izmir')
    expect(rows[0]?.arr).toEqual({
      amount: { minor: 0, currency: 'EUR' },
      withoutRate: ['SEK'],
    })
    expect(arr?.withoutRate).toEqual(['SEK'])
  })

  test('is not sent to who may not read revenue, in no query', async ({ db }) => {
    const { as, outsider, accountId } = await makeRevenue(db)
    const ctx = as(outsider)
    const { rows, arr } = await list(ctx, 'sort=arr&dir=desc')
    expect(arr).toBeNull()
    expect(rows.map((row) => [row.name, row.arr])).toEqual([
      ['Anadolu İzmir', null],
      ['Anadolu Lojistik', null],
      ['Bosphorus Retail', null],
    ])
    const page = await getAccount(ctx, accountId)
    const history = await getHistory(ctx, accountId)
    const found = await findAccounts(ctx, 'ana')
    const sent = JSON.stringify([rows, page, history, found])
    for (const figure of ['24000000', '240,000', '250050', '26700540']) {
      expect(sent).not.toContain(figure)
    }
    expect(page.contracts.map(({ amount, yearly }) => [amount, yearly])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

test('next renewal: an overdue one counts, a covered account has its parent’s', async ({ db }) => {
  const { ctx } = await makeRevenue(db)
  const { rows } = await list(ctx, 'sort=renewal')
  expect(rows.map(({ name, nextRenewal }) => [name, nextRenewal])).toEqual([
    ['Bosphorus Retail', '2025-12-01'],
    ['Anadolu Lojistik', '2026-05-15'],
    ['Anadolu İzmir', '2026-05-15'],
  ])
})

describe('listAccounts', () => {
  test('sorts by each column, both ways', async ({ db }) => {
    const { as, csm, ctx, lineId, accountId, othersId } = await makeRevenue(db)
    await setHealth(ctx, { accountId, version: 1, healthScore: 35, healthColour: null })
    await setHealth(ctx, {
      accountId: othersId,
      version: 1,
      healthScore: null,
      healthColour: 'green',
    })
    await submitRequest(as(csm), submission({ accountId, productLineId: lineId }))
    const order = async (query: string) =>
      (await names(ctx, query)).map((name) => name.split(' ').at(-1))
    expect(await order('sort=name')).toEqual(['İzmir', 'Lojistik', 'Retail'])
    expect(await order('sort=name&dir=desc')).toEqual(['Retail', 'Lojistik', 'İzmir'])
    expect(await order('sort=arr')).toEqual(['Lojistik', 'Retail', 'İzmir'])
    expect(await order('sort=arr&dir=asc')).toEqual(['İzmir', 'Retail', 'Lojistik'])
    expect(await order('sort=health')).toEqual(['Lojistik', 'Retail', 'İzmir'])
    expect(await order('sort=requests')).toEqual(['Lojistik', 'İzmir', 'Retail'])
    expect(await order('sort=requests&dir=asc')).toEqual(['Retail', 'İzmir', 'Lojistik'])
  })

  test('filters', async ({ db }) => {
    const { ctx, as, csm, otherCsm, lineId, accountId, othersId } = await makeRevenue(db)
    await setHealth(ctx, { accountId, version: 1, healthScore: 55, healthColour: 'green' })
    await setHealth(ctx, {
      accountId: othersId,
      version: 1,
      healthScore: null,
      healthColour: 'green',
    })
    const { accountId: goksu } = await createAccount(
      ctx,
      accountInput({
        name: 'Göksu',
        lifecycle: 'prospect',
        segment: 'Mid',
        region: 'Türkiye',
        industry: 'Retail',
        domain: 'goksu.com.tr',
      }),
    )
    const other = await makeLine(db, 'Analytics')
    await giveContract(ctx, goksu, { productLineId: other })
    await addExternalId(ctx, {
      accountId: goksu,
      version: 1,
      source: 'salesforce',
      externalId: '001A',
    })
    const archived = await makeAccount(db, { name: 'Old', archivedAt: new Date('2025-01-01') })

    expect(await names(ctx, 'q=GOKSU')).toEqual(['Göksu'])
    expect(await names(ctx, 'q=com.tr')).toEqual(['Göksu'])
    expect(await names(ctx, 'q=001A')).toEqual(['Göksu'])
    expect(await names(ctx, 'q=lojistik+ana')).toEqual(['Anadolu Lojistik'])
    expect(await names(ctx, 'q=%25')).toEqual([])
    expect(await names(ctx, `owner=${otherCsm.id}`)).toEqual(['Bosphorus Retail'])
    expect(await names(as(csm), 'owner=me')).toEqual(['Anadolu İzmir', 'Anadolu Lojistik'])
    expect(await names(ctx, 'owner=none')).toEqual(['Göksu'])
    expect(await names(ctx, 'lifecycle=prospect')).toEqual(['Göksu'])
    expect(await names(ctx, 'health=yellow')).toEqual(['Anadolu Lojistik'])
    expect(await names(ctx, 'health=green')).toEqual(['Bosphorus Retail'])
    expect(await names(ctx, 'health=unknown')).toEqual(['Anadolu İzmir', 'Göksu'])
    expect(await names(ctx, 'segment=Mid&region=T%C3%BCrkiye&industry=Retail')).toEqual(['Göksu'])
    expect(await names(ctx, 'line=analytics')).toEqual([
      'Anadolu Lojistik',
      'Bosphorus Retail',
      'Göksu',
    ])
    expect(await names(ctx, 'line=platform')).toEqual(['Anadolu Lojistik', 'Bosphorus Retail'])
    expect(await names(ctx, 'archived=yes')).toEqual(['Old'])
    expect(archived).toBeGreaterThan(0)
    expect(lineId).not.toBe(other)
  })

  test('a place that no row can have is the end of the list', async ({ db }) => {
    const { ctx } = await makeRevenue(db)
    expect(await names(ctx, 'sort=renewal&after=5.9999-99-99')).toEqual([])
    // More than a number can hold is no place: the list begins at its beginning.
    expect(await names(ctx, 'sort=health&after=5.9999999999')).toEqual(
      await names(ctx, 'sort=health'),
    )
  })

  test('makes the best of an address that makes no sense', async ({ db }) => {
    const { ctx } = await makeRevenue(db)
    for (const query of [
      'sort=money&dir=up&owner=x&lifecycle=dead&health=blue&after=nothing',
      'sort=arr&after=1.abc',
      'sort=renewal&after=5.soon',
      'after=99999999999.a',
      'q=%00',
    ]) {
      expect((await list(ctx, query)).total, query).toBe(3)
    }
  })

  for (const sort of ['name', 'arr', 'renewal', 'health', 'requests']) {
    for (const dir of ['asc', 'desc']) {
      test(`pages by ${sort} ${dir} show each account once, forwards and back`, async ({ db }) => {
        const { as, manager } = await makeWorld(db)
        const ctx = as(manager)
        for (let n = 0; n < 118; n++) {
          // Few different keys, so that many rows tie.
          const accountId = await makeAccount(db, {
            name: `Firm ${n % 7}`,
            healthScore: n % 3 ? (n % 5) * 20 : null,
          })
          if (n % 2) {
            await makeContract(db, {
              accountId,
              amountMinor: (n % 4) * 1_000_33,
              currency: n % 3 ? 'EUR' : 'TRY',
              renewsOn: n % 3 ? `2026-0${(n % 4) + 1}-01` : null,
            })
          }
        }
        const seen: number[][] = []
        let page = await list(ctx, `sort=${sort}&dir=${dir}`)
        while (page.after !== null) {
          seen.push(page.rows.map(({ id }) => id))
          page = await list(ctx, new URLSearchParams({ sort, dir, after: page.after }).toString())
        }
        seen.push(page.rows.map(({ id }) => id))
        expect(seen.map((ids) => ids.length)).toEqual([50, 50, 20])
        expect(new Set(seen.flat()).size).toBe(120)
        const back: number[][] = []
        while (page.before !== null) {
          page = await list(ctx, new URLSearchParams({ sort, dir, before: page.before }).toString())
          back.unshift(page.rows.map(({ id }) => id))
        }
        expect(back).toEqual(seen.slice(0, 2))
      })
    }
  }
})

describe('findAccounts', () => {
  test('finds at most 8, names that begin with it first, archived ones never', async ({ db }) => {
    const { as, csm, ctx, accountId } = await makeRevenue(db)
    for (let n = 0; n < 9; n++) await makeAccount(db, { name: `Nova Anadolu ${n}` })
    const found = await findAccounts(as(csm), 'ANADOLU')
    expect(found).toHaveLength(8)
    expect(found.slice(0, 3).map(({ name }) => name)).toEqual([
      'Anadolu İzmir',
      'Anadolu Lojistik',
      'Nova Anadolu 0',
    ])
    expect(found[1]).toMatchObject({
      id: accountId,
      nextRenewal: '2026-05-15',
      health: { colour: null, score: null },
      arr: { amount: { minor: 267_005_40, currency: 'EUR' } },
    })
    const { accountId: old } = await createAccount(ctx, accountInput({ name: 'Zeta' }))
    await archiveAccount(ctx, { accountId: old, version: 1 })
    expect(await findAccounts(ctx, 'zeta')).toEqual([])
    expect(await findAccounts(ctx, 'ze\u0000ta')).toEqual([])
  })

  test('offers one’s own accounts before anything is typed', async ({ db }) => {
    const { as, otherCsm } = await makeRevenue(db)
    expect((await findAccounts(as(otherCsm), '  ')).map(({ name }) => name)).toEqual([
      'Bosphorus Retail',
      'Anadolu İzmir',
      'Anadolu Lojistik',
    ])
  })
})

describe('getAccount', () => {
  test('shows what belongs to the account', async ({ db }) => {
    const { as, csm, lineId, accountId, childId, first } = await makeRevenue(db)
    const ctx = as(csm)
    await addOpportunity(ctx, { accountId, ...opportunityInput() })
    const { id: requestId } = await submitRequest(
      ctx,
      submission({ accountId, productLineId: lineId }),
    )
    const page = await getAccount(ctx, accountId)
    expect(page).toMatchObject({
      summary: { name: 'Anadolu Lojistik', owner: { name: 'Selin Aksoy' }, contracts: 2 },
      requestCount: 1,
      may: { edit: true, strategic: false },
      revenue: true,
    })
    expect(page.contracts).toMatchObject([
      {
        id: first,
        amount: { minor: 240_000_00, currency: 'EUR' },
        yearly: { minor: 240_000_00, currency: 'EUR' },
        covers: [{ id: childId, name: 'Anadolu İzmir' }],
        standing: 'open',
      },
      { evergreen: true, yearly: { minor: 27_005_40, currency: 'EUR' } },
    ])
    expect(page.opportunities).toMatchObject([{ name: 'Two more depots', state: 'open' }])
    expect(page.children).toMatchObject([{ id: childId, coveredByParent: true }])
    expect(page.requests).toMatchObject([{ id: requestId, state: 'new', item: null }])
  })

  test('shows a covered account the contract of its parent', async ({ db }) => {
    const { ctx, accountId, childId, first } = await makeRevenue(db)
    const page = await getAccount(ctx, childId)
    expect(page.contracts).toMatchObject([
      { id: first, holder: { id: accountId, name: 'Anadolu Lojistik' } },
    ])
    expect(page.summary.parent).toEqual({ id: accountId, name: 'Anadolu Lojistik' })
  })

  test('knows no account that does not exist', async ({ db }) => {
    const { ctx } = await makeWorld(db)
    await expect(getAccount(ctx, 999_999)).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('getHistory tells who changed what, in words, page by page', async ({ db }) => {
  const { as, csm, manager, accountId, othersId } = await makeWorld(db)
  const ctx = as(csm)
  const contractId = await giveContract(ctx, accountId)
  await giveContract(as(manager), othersId)
  for (let version = 1; version <= 30; version++) {
    await setHealth(as(manager), {
      accountId,
      version,
      healthScore: version,
      healthColour: null,
    })
  }
  await editContract(ctx, {
    ...contractInput({ renewsOn: '2026-06-01', amount: { minor: 250_000_00, currency: 'EUR' } }),
    contractId,
    version: 1,
  })
  const latest = await getHistory(ctx, accountId)
  expect(latest.entries).toHaveLength(30)
  expect(latest.entries.slice(0, 3)).toMatchObject([
    {
      who: 'Selin Aksoy',
      subject: { type: 'contract', id: contractId },
      words: 'renewal date',
      before: '15 May 2026',
      after: '1 Jun 2026',
    },
    { words: 'amount', before: '€240,000', after: '€250,000' },
    { who: 'Ayşe Kaya', words: 'health score', before: '29', after: '30' },
  ])
  const older = await getHistory(ctx, accountId, { before: latest.next })
  expect(older.next).toBeNull()
  expect(older.entries.map(({ words, created }) => [words, created])).toEqual([
    ['health score', false],
    ['health score', false],
    ['created', true],
    ['created', true],
  ])
})

test('fetchContracts takes more holders than a statement has parameters', async ({ db }) => {
  const { ctx, accountId } = await makeWorld(db)
  const contractId = await makeContract(db, { accountId })
  const holders = Array.from({ length: 70_000 }, (_, i) => accountId + i)
  const found = await fetchContracts(ctx, holders)
  expect(found.map(({ id }) => id)).toEqual([contractId])
})
