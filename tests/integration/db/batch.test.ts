import { asc } from 'drizzle-orm'
import { expect } from 'vitest'

import { insertRows, nextIds, updateRows } from '#db/batch.ts'
import { accounts } from '#db/schema/accounts.ts'
import { productLines } from '#db/schema/organisation.ts'
import { makeAccount, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

test('insertRows stores rows of one statement as they are', async ({ db }) => {
  await insertRows(
    db,
    productLines,
    ['name', 'slug', 'archivedAt'],
    [
      { name: 'Quote “"” and ş', slug: 'a', archivedAt: NOW },
      { name: 'Second', slug: 'b', archivedAt: null },
    ],
  )
  await insertRows(db, productLines, ['name', 'slug'], [])
  expect(await db.select().from(productLines).orderBy(asc(productLines.slug))).toMatchObject([
    { name: 'Quote “"” and ş', archivedAt: NOW },
    { name: 'Second', archivedAt: null },
  ])
})

test('updateRows writes what is still at its version, and tells the new one', async ({ db }) => {
  const [first, second] = [await makeAccount(db), await makeAccount(db)]
  const versions = await updateRows(
    db,
    accounts,
    ['region', 'attributes', 'employees'],
    [
      { id: first, version: 1, region: 'TR', attributes: { seats: 4 }, employees: null },
      { id: second, version: 7, region: 'AT', attributes: {}, employees: 3 },
    ],
    NOW,
  )
  expect([...versions]).toEqual([[first, 2]])
  expect(await db.select().from(accounts).orderBy(asc(accounts.id))).toMatchObject([
    { region: 'TR', attributes: { seats: 4 }, version: 2, updatedAt: NOW },
    { region: null, version: 1 },
  ])
})

test('nextIds are ascending and never given twice', async ({ db }) => {
  const [a, b] = [await nextIds(db, accounts, 3), await nextIds(db, accounts, 2)]
  expect(a).toHaveLength(3)
  expect(new Set([...a, ...b]).size).toBe(5)
  expect(Math.min(...b)).toBeGreaterThan(Math.max(...a))
})
