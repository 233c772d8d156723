import { eq } from 'drizzle-orm'

import type { Actor, Context } from '#app/domain/context.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { requests } from '#db/schema/requests.ts'

import type { AreaKey, LineKey } from './company.ts'
import type { StaffKey } from './people.ts'

/** What exists so far, by the names that the plans use. */
export type World = {
  admin: Actor
  staff: ReadonlyMap<StaffKey, Actor>
  lines: ReadonlyMap<LineKey, number>
  areas: ReadonlyMap<AreaKey, number>
  accounts: Map<string, number>
  items: Map<string, number>
  requests: Map<string, number>
}

/** Something that somebody does, `ago` working days before now. */
export type Act = {
  ago: number
  by: StaffKey | 'admin'
  run: (ctx: Context, world: World) => Promise<unknown>
}

/** What the map holds under a name of a plan. Throws when the plan is out of order. */
export function of<K extends string, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Nothing is called ${key} yet`)
  return value
}

const TABLES = { accounts, contracts, opportunities, items, requests }

/** The version of a record, as somebody sees it who opens its page now. */
export async function versionOf(
  ctx: Pick<Context, 'db'>,
  name: keyof typeof TABLES,
  id: number,
): Promise<number> {
  const table = TABLES[name]
  const [row] = await ctx.db.select({ version: table.version }).from(table).where(eq(table.id, id))
  if (!row) throw new Error(`There is no ${id} in ${name}`)
  return row.version
}
