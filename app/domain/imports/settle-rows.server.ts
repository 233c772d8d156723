import {
  and,
  asc,
  eq,
  gt,
  inArray,
  isNotNull,
  ne,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'
import { importRows } from '#db/schema/imports.ts'
import { requests } from '#db/schema/requests.ts'

import { findCircles } from './circles.ts'
import type { Mapping } from './mapping.ts'

type Reader = Pick<Context, 'db'>

const PARENT = sql`${importRows.values} -> 'row' ->> 'parentExternalId'`
const ORIGINAL = sql`${importRows.values} -> 'row' ->> 'originalExternalId'`

/** What rows of one file say of each other can only be told once all of them are read. */
export async function settleRows(ctx: Reader, importId: number, mapping: Mapping): Promise<void> {
  const columnOf = (field: string) => mapping.columns[field] ?? null
  if (mapping.kind === 'accounts') {
    const column = columnOf('parent_external_id')
    const knows = (id: SQL) => knowsAccount(id, mapping.source)
    await refuseUnknown(ctx, importId, PARENT, column, 'account', knows)
    await showParents(ctx, importId, knows(PARENT))
    await refuseCircles(ctx, importId, mapping.source, column)
  }
  if (mapping.kind === 'requests') {
    const column = columnOf('original_external_id')
    await refuseUnknown(ctx, importId, ORIGINAL, column, 'request', (id) => {
      const same = and(eq(requests.externalSource, mapping.source), eq(requests.externalId, id))
      return sql`exists (select 1 from ${requests} where ${same})`
    })
  }
}

function knowsAccount(id: SQL, source: string): SQL {
  const same = and(eq(accountExternalIds.source, source), eq(accountExternalIds.externalId, id))
  return sql`exists (select 1 from ${accountExternalIds} where ${same})`
}

/** A row that names another which is neither here nor in the file is wrong, and so is whoever names that one. */
async function refuseUnknown(
  { db }: Reader,
  importId: number,
  named: SQL,
  column: string | null,
  what: string,
  knows: (id: SQL) => SQL,
): Promise<void> {
  const problem = sql`jsonb_build_array(jsonb_build_object('column', ${column}::text, 'message',
    'No ${sql.raw(what)} has the id “' || (${named}) || '”, here or in this file.'))`
  for (;;) {
    const refused = await db.execute(sql`
      update ${importRows} set outcome = 'wrong', diff = null, problems = ${problem}
      where ${importRows.importId} = ${importId} and ${importRows.outcome} <> 'wrong'
        and ${named} is not null and not ${knows(named)}
        and not exists (
          select 1 from ${importRows} as other
          where other.import_id = ${importId} and other.external_id = ${named}
            and other.outcome <> 'wrong')
      returning 1`)
    if (refused.length === 0) return
  }
}

/** A parent further down in the file is a change of an account that is here already. */
async function showParents({ db }: Reader, importId: number, isHere: SQL): Promise<void> {
  await db.execute(sql`
    update ${importRows}
    set outcome = 'changed', diff = coalesce(${importRows.diff}, '{}') || jsonb_build_object(
      'parentId', jsonb_build_object('before', ${accounts.parentId}, 'after', ${PARENT}))
    from ${accounts}
    where ${accounts.id} = ${importRows.subjectId} and ${importRows.importId} = ${importId}
      and ${importRows.outcome} in ('changed', 'unchanged')
      and ${PARENT} is not null and not ${isHere}`)
}

const PAGE = 5_000

/** The account that a row is, or will be: its number, or that of the row below zero. */
const nodeOf = (row: { subjectId: SQLWrapper; row: SQLWrapper }) =>
  sql<number>`coalesce(${row.subjectId}, -${row.row})`

async function refuseCircles(
  ctx: Reader,
  importId: number,
  source: string,
  column: string | null,
): Promise<void> {
  const parents = await parentsOf(ctx)
  for await (const { node, parent } of namedParents(ctx, importId, source)) {
    parents.set(node, parent)
  }
  const circles = [...findCircles(parents)]
  if (circles.length === 0) return
  const message = 'This account would come to lie below itself.'
  await ctx.db
    .update(importRows)
    .set({ outcome: 'wrong', diff: null, problems: [{ column, message }] })
    .where(
      and(namesParent(importId), sql`${nodeOf(importRows)} = any(${sql.param(circles)}::int[])`),
    )
}

const namesParent = (importId: number) =>
  and(
    eq(importRows.importId, importId),
    inArray(importRows.outcome, ['new', 'changed', 'unchanged']),
    sql`${PARENT} is not null`,
  )

/** Who is below whom by the file; numbers only, because there can be many. */
async function* namedParents({ db }: Reader, importId: number, source: string) {
  const named = alias(importRows, 'named')
  for (let after = 0; ;) {
    const rows = await db
      .select({
        row: importRows.row,
        node: nodeOf(importRows),
        parent: sql<number>`coalesce(${accountExternalIds.accountId}, ${nodeOf(named)})`,
      })
      .from(importRows)
      .leftJoin(
        accountExternalIds,
        and(eq(accountExternalIds.source, source), eq(accountExternalIds.externalId, PARENT)),
      )
      .leftJoin(
        named,
        and(eq(named.importId, importId), eq(named.externalId, PARENT), ne(named.outcome, 'wrong')),
      )
      .where(and(namesParent(importId), gt(importRows.row, after)))
      .orderBy(asc(importRows.row))
      .limit(PAGE)
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.row
  }
}

async function parentsOf({ db }: Reader): Promise<Map<number, number>> {
  const rows = await db
    .select({ id: accounts.id, parentId: sql<number>`${accounts.parentId}` })
    .from(accounts)
    .where(isNotNull(accounts.parentId))
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}
