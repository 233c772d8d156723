import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { takeSnapshot } from '#app/domain/triage/snapshot.ts'
import { mergeRefusal } from '#app/domain/triage/rules.ts'
import { updateRows } from '#db/batch.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'
import { importRows } from '#db/schema/imports.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import { findCircles } from './circles.ts'
import type { ImportRecord } from './import-record.server.ts'
import { BATCH_SIZE } from './open-batch.server.ts'

/** Links that need all records of the file: parents, and duplicates with their originals. @returns whether there were any */
export async function linkRows(ctx: Context, record: ImportRecord): Promise<boolean> {
  if (record.kind === 'accounts') return linkParents(ctx, record)
  if (record.kind === 'requests') return linkDuplicates(ctx, record)
  return false
}

const applied = ({ id }: ImportRecord) =>
  and(
    eq(importRows.importId, id),
    inArray(importRows.outcome, ['new', 'changed']),
    isNotNull(importRows.appliedAt),
    isNull(importRows.conflict),
  )

async function linkParents(ctx: Context, record: ImportRecord): Promise<boolean> {
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
    .for('update', { of: accounts })
  if (rows.length === 0) return false
  const parents = await parentsOf(ctx)
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

async function parentsOf({ db }: Context): Promise<Map<number, number>> {
  const rows = await db
    .select({ id: accounts.id, parentId: sql<number>`${accounts.parentId}` })
    .from(accounts)
    .where(isNotNull(accounts.parentId))
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

async function linkDuplicates(ctx: Context, record: ImportRecord): Promise<boolean> {
  const originalId = sql`${importRows.values} -> 'row' ->> 'originalExternalId'`
  const waiting = await ctx.db
    .select({ row: importRows.row, request: requests, originalId: sql<string>`${originalId}` })
    .from(importRows)
    .innerJoin(requests, eq(requests.id, importRows.subjectId))
    .where(
      and(
        applied(record),
        eq(importRows.outcome, 'new'),
        eq(requests.state, 'new'),
        sql`${originalId} is not null`,
      ),
    )
    .orderBy(asc(importRows.row))
    .limit(BATCH_SIZE)
    .for('update', { of: requests })
  if (waiting.length === 0) return false
  const found = await ctx.db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.externalSource, record.settings.mapping.source),
        inArray(
          requests.externalId,
          waiting.map((one) => one.originalId),
        ),
      ),
    )
  const originals = new Map(found.map((original) => [original.externalId, original]))
  const fit = waiting.flatMap(({ row, request, originalId }) => {
    const original = originals.get(originalId)
    const isWaiting = waiting.some((other) => other.request.id === original?.id)
    if (!original || isWaiting || mergeRefusal(request, original) !== null) return []
    return [{ row, request, originalId: original.id }]
  })
  const rest = waiting.filter(({ row }) => !fit.some((one) => one.row === row))
  await tell(
    ctx,
    record,
    rest.map(({ row }) => row),
    'It came in as a request of its own: what it repeats is of another account, a duplicate itself, or not here.',
  )
  await mergeAll(ctx, record, fit)
  return true
}

async function mergeAll(
  ctx: Context,
  record: ImportRecord,
  merged: readonly { request: typeof requests.$inferSelect; originalId: number }[],
): Promise<void> {
  if (merged.length === 0) return
  const versions = await updateRows(
    ctx.db,
    requests,
    ['state', 'duplicateOfId', 'firstAnsweredAt'],
    merged.map(({ request: { id, version }, originalId }) => ({
      id,
      version,
      state: 'duplicate',
      duplicateOfId: originalId,
      firstAnsweredAt: ctx.now,
    })),
    ctx.now,
  )
  await ctx.db.insert(requestDecisions).values(
    merged.map(({ request, originalId }) => ({
      requestId: request.id,
      kind: 'merge' as const,
      otherRequestId: originalId,
      before: takeSnapshot(request, {}),
      afterVersion: versions.get(request.id) ?? request.version,
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now,
    })),
  )
  await takeVersions(ctx, record, versions)
}

async function tell(
  { db }: Context,
  { id }: ImportRecord,
  rows: readonly number[],
  conflict: string,
): Promise<void> {
  if (rows.length === 0) return
  await db
    .update(importRows)
    .set({ conflict })
    .where(and(eq(importRows.importId, id), inArray(importRows.row, [...rows])))
}

/** What the import itself wrote last counts as applied. */
async function takeVersions(
  { db }: Context,
  { id }: ImportRecord,
  versions: ReadonlyMap<number, number>,
): Promise<void> {
  const list = [...versions].map(([subject, version]) => ({ subject, version }))
  if (list.length === 0) return
  await db.execute(sql`
    update ${importRows} as r set applied_version = v.version
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as v(subject int, version int)
    where r.import_id = ${id} and r.subject_id = v.subject`)
}
