import { sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'

/**
 * The accounts whose money is tied to that of the given ones: parents, children, and whoever shares a contract,
 * however far. Exposures and the requests that touch them never reach outside such a family.
 */
export async function findFamilies(
  ctx: Pick<Context, 'db'>,
  accountIds: readonly number[],
): Promise<number[]> {
  if (accountIds.length === 0) return []
  const rows = await ctx.db.execute<{ id: number }>(sql`
    with recursive ties(a, b) as (
      select id, parent_id from accounts where parent_id is not null
      union all
      select c.account_id, v.account_id from contract_covers v join contracts c on c.id = v.contract_id
    ), both_ways(a, b) as (
      select a, b from ties union all select b, a from ties
    ), family(id) as (
      select unnest(${sql.param([...accountIds])}::int[])
      union
      select both_ways.b from family join both_ways on both_ways.a = family.id
    )
    select id from family order by id`)
  return rows.map((row) => row.id)
}
