import { and, asc, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { isOneOf, updateRows } from '#db/batch.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'
import { importRows } from '#db/schema/imports.ts'

import { applied, takeVersions, tell } from './applied-rows.server.ts'
import { findCircles } from './circles.ts'
import type { ImportRecord } from './import-record.server.ts'
import { BATCH_SIZE } from './open-batch.server.ts'

/** Sets the parents that rows of accounts name, a batch of them. @returns whether there were any left */
export async function linkParents(ctx: Context, record: ImportRecord): Promise<boolean> {
  const parent = sql`${importRows.values} -> 'row' ->> 'parentExternalId'`
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('account parents'))`)
  const rows = await ctx.db
    .select({
      row: importRows.row,
      id: accounts.id,
      version: accounts.version,
      before: accounts.parentId,
      parentId: accountExternalIds.accountId,
    })
    .from(importRows)
    .innerJoin(accounts, eq(accounts.id, importRows.subjectId))
    .innerJoin(
      accountExternalIds,
      and(
        eq(accountExternalIds.source, record.settings.mapping.source),
        eq(accountExternalIds.externalId, parent),
      ),
    )
    .where(
      and(
        applied(record),
        sql`${accounts.parentId} is distinct from ${accountExternalIds.accountId}`,
      ),
    )
    .orderBy(asc(importRows.row))
    .limit(BATCH_SIZE)
    .for('no key update', { of: accounts })
  if (rows.length === 0) return false
  const parents = await parentsAbove(
    ctx,
    rows.map(({ parentId }) => parentId),
  )
  for (const { id, parentId } of rows) parents.set(id, parentId)
  const circles = findCircles(parents)
  await tell(
    ctx,
    record,
    rows.filter(({ id }) => circles.has(id)).map(({ row }) => row),
    'The parent was not set: the account would come to lie below itself.',
  )
  const fit = rows.filter(({ id }) => !circles.has(id))
  const versions = await updateRows(ctx.db, accounts, ['parentId'], fit, ctx.now)
  await recordManyChanges(
    ctx,
    fit.map(({ id, version, before, parentId }) => ({
      subject: {
        type: 'account',
        id,
        version: versions.get(id) ?? version,
        importId: record.id,
      },
      before: { parentId: before },
      after: { parentId },
    })),
  )
  await takeVersions(ctx, record, versions)
  return true
}

/** The parents of the given accounts, of those parents, and so on. */
async function parentsAbove({ db }: Context, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.execute<{ id: number; parent_id: number }>(sql`
    with recursive above(id, parent_id) as (
      select id, parent_id from ${accounts} where ${isOneOf(accounts.id, ids)}
      union
      select a.id, a.parent_id from above join ${accounts} as a on a.id = above.parent_id
    )
    select id, parent_id from above where parent_id is not null`)
  return new Map(rows.map((row) => [row.id, row.parent_id]))
}
