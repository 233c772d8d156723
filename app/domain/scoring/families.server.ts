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
    with recursive family(id) as (
      select unnest(${sql.param([...accountIds])}::int[])
      union
      select tie.id from family cross join lateral (
        select parent_id from accounts where id = family.id and parent_id is not null
        union all
        select id from accounts where parent_id = family.id
        union all
        select c.account_id from contract_covers v join contracts c on c.id = v.contract_id
        where v.account_id = family.id
        union all
        select v.account_id from contracts c join contract_covers v on v.contract_id = c.id
        where c.account_id = family.id
      ) as tie(id)
    )
    select id from family order by id`)
  return rows.map((row) => row.id)
}
