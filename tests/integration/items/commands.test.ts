import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'

import type { Context } from '#app/domain/context.ts'
import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { createItem } from '#app/domain/items/create-item.server.ts'
import { editItem } from '#app/domain/items/edit-item.server.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { setShipDate } from '#app/domain/items/set-ship-date.server.ts'
import { itemDecisions, items } from '#db/schema/items.ts'
import { exposureScores, itemScores } from '#db/schema/scores.ts'
import { makeLine, makePerson, NOW } from '#tests/support/company.ts'
import { test } from '#tests/support/db.ts'

import { eventsOn, historyOf, makeItems, readItem, type World } from './world.ts'

type Target = { itemId: number; version: number }

const asItIs = (world: World) => ({
  title: 'SSO/SAML',
  description: '',
  type: 'feature_request' as const,
  productLineId: world.lineId,
  areaId: null,
  ownerId: null,
  lane: 'ranked' as const,
  trackerUrl: null,
  trackerKey: null,
})

/** Each command with input that it takes, the event it records and the one field that it changes. */
const COMMANDS: {
  name: string
  run: (ctx: Context, target: Target, world: World) => Promise<unknown>
  event: string
  change: (world: World) => [field: string, before: unknown, after: unknown]
}[] = [
  {
    name: 'editItem',
    run: (ctx, target, world) => editItem(ctx, { ...target, ...asItIs(world), title: 'Sign-on' }),
    event: 'item.edited',
    change: () => ['title', 'SSO/SAML', 'Sign-on'],
  },
  {
    name: 'estimateCost',
    run: (ctx, target) => estimateCost(ctx, { ...target, costLow: 4, costLikely: 6, costHigh: 10 }),
    event: 'item.estimated',
    change: () => ['cost', null, '4 to 10 weeks, likely 6'],
  },
  {
    name: 'setShipDate',
    run: (ctx, target) =>
      setShipDate(ctx, {
        ...target,
        shipsOn: null,
        shipQuarter: 'Q2 2026',
        shipConfidence: 'medium',
      }),
    event: 'item.ship_date_set',
    change: () => ['shipDate', null, 'Q2 2026, medium confidence'],
  },
  {
    name: 'changeStatus',
    run: (ctx, target) => changeStatus(ctx, { ...target, to: 'next', reason: 'Two renewals.' }),
    event: 'item.status_changed',
    change: () => ['status', 'candidate', 'planned: next'],
  },
  {
    name: 'mergeItems',
    run: (ctx, target, { otherId }) =>
      mergeItems(ctx, { ...target, intoId: otherId, intoVersion: 1, reason: 'The same need.' }),
    event: 'item.merged',
    change: ({ otherId }) => ['mergedInto', null, `ITEM-${otherId}`],
  },
]

describe.each(COMMANDS)('$name', ({ run, event, change }) => {
  test('writes one event, the history and the next version', async ({ db }) => {
    const world = await makeItems(db)
    const { ctx, itemId, pm } = world
    await run(ctx, { itemId, version: 1 }, world)
    expect(await eventsOn(db, itemId)).toEqual([event])
    expect(await historyOf(db, itemId)).toEqual([[...change(world), pm.id, 2]])
    expect((await readItem(db, itemId)).version).toBe(2)
  })

  test('is refused to Customer Success and to viewers of Product', async ({ db }) => {
    const world = await makeItems(db)
    for (const actor of [world.csm, world.viewer]) {
      await expect(
        run(world.as(actor), { itemId: world.itemId, version: 1 }, world),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await readItem(db, world.itemId)).version).toBe(1)
  })

  test('tells the loser of a race what the other person changed', async ({ db }) => {
    const world = await makeItems(db)
    const { ctx, as, itemId } = world
    const other = await makePerson(db, { name: 'Aylin Demir', team: 'product' })
    await changeStatus(as(other), { itemId, version: 1, to: 'later', reason: 'Not now.' })
    await expect(run(ctx, { itemId, version: 1 }, world)).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Aylin Demir changed this since you opened it: status from candidate to planned: later. What you entered is still here; save again to put it in place of theirs.',
    })
    expect((await readItem(db, itemId)).version).toBe(2)
  })

  test('leaves an item alone that was merged away, and says where it went', async ({ db }) => {
    const world = await makeItems(db)
    const { itemId, otherId } = world
    await db.update(items).set({ mergedIntoId: otherId }).where(eq(items.id, itemId))
    await expect(run(world.ctx, { itemId, version: 1 }, world)).rejects.toMatchObject({
      code: 'conflict',
      message: `ITEM-${itemId} was merged into ITEM-${otherId}. What you entered is still here; take it there.`,
    })
  })

  test('does not know items that are not there', async ({ db }) => {
    const world = await makeItems(db)
    await expect(run(world.ctx, { itemId: 999_999, version: 1 }, world)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('createItem', () => {
  const made = (world: World) => ({
    title: 'Işıklı rapor',
    type: 'bug' as const,
    productLineId: world.lineId,
    lane: 'security' as const,
    costSize: 'S' as const,
  })

  test('puts a candidate into the backlog, with one event and a score', async ({ db }) => {
    const world = await makeItems(db)
    const { id } = await createItem(world.ctx, made(world))
    expect(await readItem(db, id)).toMatchObject({
      title: 'Işıklı rapor',
      titleFold: 'isikli rapor',
      lane: 'security',
      status: 'candidate',
      createdBy: world.pm.id,
    })
    expect(await eventsOn(db, id)).toEqual(['item.created'])
    const scored = await db.select().from(itemScores).where(eq(itemScores.itemId, id))
    expect(scored).toMatchObject([{ score: 0, estimated: true }])
  })

  test('is refused to Customer Success', async ({ db }) => {
    const world = await makeItems(db)
    await expect(createItem(world.as(world.csm), made(world))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('refuses an owner who is not in Product', async ({ db }) => {
    const world = await makeItems(db)
    await expect(
      createItem(world.ctx, { ...made(world), ownerId: world.csm.id }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { ownerId: [expect.any(String)] } })
  })
})

describe('editItem', () => {
  test('writes nothing when nothing changed', async ({ db }) => {
    const world = await makeItems(db)
    await editItem(world.ctx, { itemId: world.itemId, version: 1, ...asItIs(world) })
    expect((await readItem(db, world.itemId)).version).toBe(1)
    expect(await eventsOn(db, world.itemId)).toEqual([])
  })

  test('keeps an owner who has left, and takes no new one of that kind', async ({ db }) => {
    const world = await makeItems(db)
    const { ctx, itemId, otherId } = world
    const gone = await makePerson(db, { team: 'product', deactivatedAt: NOW })
    await db.update(items).set({ ownerId: gone.id }).where(eq(items.id, itemId))
    const input = { ...asItIs(world), ownerId: gone.id }
    await editItem(ctx, { itemId, version: 1, ...input, title: 'Sign-on' })
    await expect(editItem(ctx, { itemId: otherId, version: 1, ...input })).rejects.toMatchObject({
      code: 'invalid',
      fields: { ownerId: [expect.any(String)] },
    })
  })

  test('takes no area of another product line', async ({ db }) => {
    const world = await makeItems(db)
    const elsewhere = await makeLine(db, 'Analytics')
    await expect(
      editItem(world.ctx, {
        ...{ itemId: world.itemId, version: 1, ...asItIs(world) },
        productLineId: elsewhere,
        areaId: 1,
      }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { areaId: [expect.any(String)] } })
  })
})

describe('estimateCost', () => {
  test('divides the same value by the new cost', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    const scoreOf = async () => {
      const [row] = await db.select().from(itemScores).where(eq(itemScores.itemId, itemId))
      if (!row) throw new Error('no score')
      return row
    }
    await estimateCost(ctx, { itemId, version: 1, costSize: 'S' })
    const small = await scoreOf()
    await estimateCost(ctx, { itemId, version: 2, costSize: 'M' })
    const medium = await scoreOf()
    // M is three times S, with the same spread.
    expect(medium.costInScore / small.costInScore).toBeCloseTo(3, 12)
    expect(medium.score).toBeCloseTo(medium.value / medium.costInScore, 9)
  })

  test('asks to split what is too wide an estimate, and takes it all the same', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    await estimateCost(ctx, { itemId, version: 1, costLow: 4, costLikely: 6, costHigh: 10 })
    expect((await getItem(ctx, itemId)).wide).toBe(false)
    // ln(40) / 2.563 is 1.44 even before it is widened.
    await estimateCost(ctx, { itemId, version: 2, costLow: 1, costLikely: 6, costHigh: 40 })
    expect((await getItem(ctx, itemId)).wide).toBe(true)
  })

  test('can be taken off again', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    await estimateCost(ctx, { itemId, version: 1, costSize: 'L' })
    await estimateCost(ctx, { itemId, version: 2 })
    expect(await readItem(db, itemId)).toMatchObject({ costSize: null, costLow: null })
  })
})

describe('setShipDate', () => {
  const quarter = { shipsOn: null, shipQuarter: 'Q2 2026', shipConfidence: 'medium' } as const

  test('stores a quarter by its last day, and keeps every change', async ({ db }) => {
    const { ctx, itemId, pm } = await makeItems(db)
    await setShipDate(ctx, { itemId, version: 1, ...quarter })
    expect(await readItem(db, itemId)).toMatchObject({ ...quarter, shipsOn: '2026-06-30' })
    const day = { shipsOn: '2026-07-15', shipQuarter: null, shipConfidence: 'high' } as const
    await setShipDate(ctx, { itemId, version: 2, ...day })
    await setShipDate(ctx, {
      ...{ itemId, version: 3 },
      ...{ shipsOn: null, shipQuarter: null, shipConfidence: null },
    })
    const first = 'Q2 2026, medium confidence'
    const second = '15 Jul 2026, high confidence'
    expect(await historyOf(db, itemId)).toEqual([
      ['shipDate', null, first, pm.id, 2],
      ['shipDate', first, second, pm.id, 3],
      ['shipDate', second, null, pm.id, 4],
    ])
  })

  test('refuses a time that has passed', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    await expect(
      setShipDate(ctx, { itemId, version: 1, ...quarter, shipQuarter: 'Q4 2025' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { shipQuarter: [expect.any(String)] } })
    await expect(
      setShipDate(ctx, {
        ...{ itemId, version: 1, shipQuarter: null },
        ...{ shipsOn: '2026-01-14', shipConfidence: 'low' },
      }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { shipsOn: [expect.any(String)] } })
  })

  test('refuses an item that is shipped', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    await changeStatus(ctx, { itemId, version: 1, to: 'shipped', reason: 'Released.' })
    await expect(setShipDate(ctx, { itemId, version: 2, ...quarter })).rejects.toMatchObject({
      code: 'invalid',
      message: 'It is shipped. Only an open item has a date to come.',
    })
  })
})

describe('changeStatus', () => {
  test('keeps who decided what, when and why', async ({ db }) => {
    const { ctx, itemId, pm } = await makeItems(db)
    const [one, two] = ['Two renewals.', 'A team is free.']
    await changeStatus(ctx, { itemId, version: 1, to: 'next', reason: one })
    await changeStatus(ctx, { itemId, version: 2, to: 'in_progress', reason: two })
    const decided = await db.select().from(itemDecisions).where(eq(itemDecisions.itemId, itemId))
    const common = { decidedBy: pm.id, decidedAt: NOW }
    expect(decided).toMatchObject([
      { ...common, fromStatus: 'candidate', toStatus: 'planned', toHorizon: 'next', reason: one },
      { ...common, fromStatus: 'planned', toStatus: 'in_progress', toHorizon: null, reason: two },
    ])
    expect(await readItem(db, itemId)).toMatchObject({ status: 'in_progress', horizon: null })
  })

  test('refuses the status that it has', async ({ db }) => {
    const { ctx, itemId } = await makeItems(db)
    await expect(
      changeStatus(ctx, { itemId, version: 1, to: 'candidate', reason: 'Again.' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { to: [expect.any(String)] } })
    expect(await db.select().from(itemDecisions)).toEqual([])
  })

  test.for(['shipped', 'declined'] as const)(
    'an item that is %s has no score, and its claims stay with the accounts',
    async (to, { db }) => {
      const { ctx, itemId } = await makeItems(db)
      const residual = async () => {
        const rows = await db.select({ residual: exposureScores.residual }).from(exposureScores)
        return rows.reduce((sum, row) => sum + row.residual, 0)
      }
      expect(await residual()).toBe(0)
      await changeStatus(ctx, { itemId, version: 1, to, reason: 'Decided.' })
      expect(await db.select().from(itemScores).where(eq(itemScores.itemId, itemId))).toEqual([])
      expect(await residual()).toBeGreaterThan(0)
      await changeStatus(ctx, { itemId, version: 2, to: 'candidate', reason: 'Looked again.' })
      expect(await residual()).toBe(0)
    },
  )
})
