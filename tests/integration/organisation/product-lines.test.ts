import { describe, expect } from 'vitest'

import { inTransaction } from '#app/domain/context.ts'
import {
  addArea,
  archiveArea,
  listAreasForSettings,
  renameArea,
  restoreArea,
} from '#app/domain/organisation/areas.server.ts'
import { checkPlace } from '#app/domain/organisation/check-place.server.ts'
import {
  addProductLine,
  archiveProductLine,
  getProductLine,
  listProductLinesForSettings,
  renameProductLine,
  restoreProductLine,
} from '#app/domain/organisation/product-lines.server.ts'
import { makeItem } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'
import { untilSomebodyWaits } from '#tests/support/locks.ts'
import { eventsOf, makeAdministration, nonAdmins, race, refusal } from '#tests/support/people.ts'

describe('product lines', () => {
  test('are added with an address of their own, renamed, put away and used again', async ({
    db,
  }) => {
    const { admin, as } = await makeAdministration(db)
    const ctx = as(admin)
    const productLineId = await addProductLine(ctx, { name: 'Kargo & Depo' })
    const twin = await addProductLine(ctx, { name: 'Kargo - Depo' })
    expect((await getProductLine(ctx, twin)).slug).toBe('kargo-depo-2')
    await renameProductLine(ctx, { productLineId, version: 1, name: 'Logistics' })
    expect(await getProductLine(ctx, productLineId)).toMatchObject({
      name: 'Logistics',
      slug: 'kargo-depo',
      archivedAt: null,
    })
    await archiveProductLine(ctx, { productLineId })
    expect(await refusal(archiveProductLine(ctx, { productLineId }))).toBe('conflict')
    expect(await refusal(renameProductLine(ctx, { productLineId, version: 2, name: 'X' }))).toBe(
      'conflict',
    )
    await restoreProductLine(ctx, { productLineId })
    expect(await refusal(restoreProductLine(ctx, { productLineId }))).toBe('conflict')
    expect((await eventsOf(db)).map(({ name }) => name)).toEqual([
      'product_line.added',
      'product_line.added',
      'product_line.renamed',
      'product_line.archived',
      'product_line.restored',
    ])
  })

  test('have each name once, whatever its case', async ({ db }) => {
    const { admin, lineId, as } = await makeAdministration(db)
    const other = await addProductLine(as(admin), { name: 'Fleet' })
    expect(await refusal(addProductLine(as(admin), { name: 'PLATFORM' }))).toBe('invalid name')
    expect(
      await refusal(
        renameProductLine(as(admin), { productLineId: other, version: 1, name: 'platform' }),
      ),
    ).toBe('invalid name')
    const respelt = { productLineId: lineId, version: 1, name: 'PLATFORM' }
    expect(await refusal(renameProductLine(as(admin), respelt))).toBe('done')
  })

  test('stay while something is open in them', async ({ db }) => {
    const { admin, lineId, as } = await makeAdministration(db)
    await makeItem(db, { productLineId: lineId })
    await makeItem(db, { productLineId: lineId, status: 'declined' })
    expect(await refusal(archiveProductLine(as(admin), { productLineId: lineId }))).toBe('invalid')
    expect(await listProductLinesForSettings(as(admin))).toMatchObject([
      { name: 'Platform', archivedAt: null, openItems: 1, openRequests: 0 },
    ])
    expect(await eventsOf(db)).toEqual([])
  })

  test('stay for an item that is on its way when they are put away', async ({
    committedDb: db,
  }) => {
    const { admin, pm, lineId, as } = await makeAdministration(db)
    const archiving = await inTransaction(as(pm), async (tx) => {
      await checkPlace(tx, { productLineId: lineId })
      const outcome = refusal(archiveProductLine(as(admin), { productLineId: lineId }))
      await Promise.race([outcome, untilSomebodyWaits(db)])
      await makeItem(tx.db, { productLineId: lineId })
      return { outcome }
    })
    expect(await archiving.outcome).toBe('invalid')
  })

  test('of two who rename the same one the second is told how it is called now', async ({
    committedDb: db,
  }) => {
    const { admin, other, lineId, as } = await makeAdministration(db)
    const rename = (ctx: ReturnType<typeof as>, name: string) =>
      renameProductLine(ctx, { productLineId: lineId, version: 1, name })
    expect(await race(rename(as(admin), 'Core'), rename(as(other), 'Base'))).toEqual([
      'conflict',
      'done',
    ])
    const { name } = await getProductLine(as(admin), lineId)
    const winner = name === 'Core' ? 'Ada Admin' : 'Otto Admin'
    await expect(rename(as(admin), 'Heart')).rejects.toThrow(
      `${winner} changed the settings since you opened this. It is now: ${name}.`,
    )
    expect(await eventsOf(db)).toHaveLength(1)
  })

  test('of two of one name at once one is added', async ({ committedDb: db }) => {
    const { admin, other, as } = await makeAdministration(db)
    const add = (ctx: ReturnType<typeof as>) => addProductLine(ctx, { name: 'Fleet' })
    expect(await race(add(as(admin)), add(as(other)))).toEqual(['done', 'invalid name'])
    expect(await eventsOf(db)).toHaveLength(1)
  })
})

describe('areas', () => {
  test('are added, renamed, put away and used again', async ({ db }) => {
    const { admin, lineId, as } = await makeAdministration(db)
    const ctx = as(admin)
    const areaId = await addArea(ctx, { productLineId: lineId, name: 'Reporting' })
    await addArea(ctx, { productLineId: lineId, name: 'Access' })
    expect(await refusal(addArea(ctx, { productLineId: lineId, name: 'access' }))).toBe(
      'invalid name',
    )
    expect(await refusal(renameArea(ctx, { areaId, version: 1, name: 'ACCESS' }))).toBe(
      'invalid name',
    )
    await renameArea(ctx, { areaId, version: 1, name: 'Reports' })
    await archiveArea(ctx, { areaId })
    expect(await refusal(archiveArea(ctx, { areaId }))).toBe('conflict')
    expect(await refusal(renameArea(ctx, { areaId, version: 2, name: 'X' }))).toBe('conflict')
    const names = (await listAreasForSettings(ctx, lineId)).map(({ name }) => name)
    expect(names).toEqual(['Access', 'Reports'])
    await restoreArea(ctx, { areaId })
    expect(await refusal(restoreArea(ctx, { areaId }))).toBe('conflict')
    expect((await eventsOf(db)).map(({ name }) => name)).toEqual([
      'area.added',
      'area.added',
      'area.renamed',
      'area.archived',
      'area.restored',
    ])
  })

  test('are not renamed over the name that another admin gave since', async ({ db }) => {
    const { admin, other, lineId, as } = await makeAdministration(db)
    const areaId = await addArea(as(admin), { productLineId: lineId, name: 'Access' })
    await renameArea(as(other), { areaId, version: 1, name: 'Sign-in' })
    await expect(renameArea(as(admin), { areaId, version: 1, name: 'Login' })).rejects.toThrow(
      'Otto Admin changed the settings since you opened this. It is now: Sign-in.',
    )
    expect(await listAreasForSettings(as(admin), lineId)).toMatchObject([{ name: 'Sign-in' }])
  })

  test('go to no product line that was put away', async ({ db }) => {
    const { admin, lineId, as } = await makeAdministration(db)
    await archiveProductLine(as(admin), { productLineId: lineId })
    expect(await refusal(addArea(as(admin), { productLineId: lineId, name: 'Access' }))).toBe(
      'conflict',
    )
  })
})

test('both are for admins', async ({ db }) => {
  const { admin, lineId, as } = await makeAdministration(db)
  const areaId = await addArea(as(admin), { productLineId: lineId, name: 'Access' })
  for (const ctx of await nonAdmins(db)) {
    const outcomes = [
      await refusal(addProductLine(ctx, { name: 'x' })),
      await refusal(renameProductLine(ctx, { productLineId: lineId, version: 1, name: 'x' })),
      await refusal(archiveProductLine(ctx, { productLineId: lineId })),
      await refusal(restoreProductLine(ctx, { productLineId: lineId })),
      await refusal(addArea(ctx, { productLineId: lineId, name: 'x' })),
      await refusal(renameArea(ctx, { areaId, version: 1, name: 'x' })),
      await refusal(archiveArea(ctx, { areaId })),
      await refusal(restoreArea(ctx, { areaId })),
    ]
    expect(new Set(outcomes)).toEqual(new Set(['forbidden']))
  }
  expect(await eventsOf(db)).toHaveLength(1)
})
