import type { Context } from '#app/domain/context.ts'
import { changeStatus } from '#app/domain/items/change-status.server.ts'
import { commentOnItem } from '#app/domain/items/comment-on-item.server.ts'
import { createItem } from '#app/domain/items/create-item.server.ts'
import { editItem } from '#app/domain/items/edit-item.server.ts'
import { estimateCost } from '#app/domain/items/estimate-cost.server.ts'
import { mergeItems } from '#app/domain/items/merge-items.server.ts'
import { setShipDate } from '#app/domain/items/set-ship-date.server.ts'
import { quarterOf } from '#app/lib/quarters.ts'

import type { Clock } from './clock.ts'
import { AREAS } from './company.ts'
import { PMS_OF } from './people.ts'
import type { Expectation, Theme } from './theme.ts'
import { MERGE } from './themes.ts'
import { of, versionOf, type Act, type World } from './world.server.ts'

const TRACKER = 'https://tracker.kestrel.example/browse/'

/** What a theme says of its item, as commands take it. */
export function itemFields({ title, about, type, area, pm }: Theme, world: World) {
  return {
    ...{ title, type },
    description: about,
    productLineId: of(world.lines, AREAS[area].line),
    areaId: of(world.areas, area),
    ownerId: pm === null ? undefined : of(world.staff, pm).id,
  }
}

/**
 * Everything that happens to an item.
 * @param made by a request, which is there already when the rest happens
 */
export function itemActs(theme: Theme, clock: Clock, made: boolean): Act[] {
  const { key, since, lane, cost, tracker, moves = [], ships = [], remarks = [] } = theme
  const by = theme.pm ?? PMS_OF[theme.area]
  const seen = async (ctx: Context, world: World) => {
    const itemId = of(world.items, key)
    return { itemId, version: await versionOf(ctx, 'items', itemId) }
  }
  const acts: Act[] = []
  if (!made) {
    acts.push({
      ago: since,
      by,
      run: async (ctx, world) => {
        const { id } = await createItem(ctx, { ...itemFields(theme, world), lane })
        world.items.set(key, id)
      },
    })
  }
  if (cost !== null) {
    const [costLow, costLikely, costHigh] = typeof cost === 'string' ? [] : cost
    const costSize = typeof cost === 'string' ? cost : undefined
    acts.push({
      ago: since * 0.97 - 0.3,
      by,
      run: async (ctx, world) => {
        await estimateCost(ctx, {
          ...(await seen(ctx, world)),
          ...{ costLow, costLikely, costHigh, costSize },
        })
      },
    })
  }
  if (tracker) {
    acts.push({
      ago: (moves[0]?.[1] ?? since) - 0.4,
      by,
      run: async (ctx, world) => {
        await editItem(ctx, {
          ...(await seen(ctx, world)),
          ...itemFields(theme, world),
          ownerId: theme.pm === null ? null : of(world.staff, theme.pm).id,
          lane: lane ?? 'ranked',
          trackerUrl: `${TRACKER}${tracker}`,
          trackerKey: tracker,
        })
      },
    })
  }
  for (const [to, ago, reason] of moves) {
    acts.push({
      ago,
      by: to === 'declined' ? 'tomas' : by,
      run: async (ctx, world) => changeStatus(ctx, { ...(await seen(ctx, world)), to, reason }),
    })
  }
  for (const expectation of ships) {
    acts.push({
      ago: expectation.ago,
      by,
      run: async (ctx, world) =>
        setShipDate(ctx, { ...(await seen(ctx, world)), ...shipDate(expectation, clock) }),
    })
  }
  for (const [author, ago, body] of remarks) {
    acts.push({
      ago,
      by: author,
      run: (ctx, world) => commentOnItem(ctx, { itemId: of(world.items, key), body }),
    })
  }
  return acts
}

function shipDate(expectation: Expectation, clock: Clock) {
  const { confidence } = expectation
  return 'inDays' in expectation
    ? { shipsOn: clock.day(expectation.inDays), shipQuarter: null, shipConfidence: confidence }
    : {
        shipsOn: null,
        shipQuarter: quarterOf(clock.day(91 * expectation.inQuarters)),
        shipConfidence: confidence,
      }
}

/** Two items turn out to be one. */
export const MERGE_ACT: Act = {
  ago: MERGE.ago,
  by: 'jonas',
  run: async (ctx, world) => {
    const itemId = of(world.items, MERGE.from)
    const intoId = of(world.items, MERGE.into)
    await mergeItems(ctx, {
      ...{ itemId, intoId, reason: MERGE.reason },
      version: await versionOf(ctx, 'items', itemId),
      intoVersion: await versionOf(ctx, 'items', intoId),
    })
  },
}
