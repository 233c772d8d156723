import { and, asc, eq, inArray, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { takeSnapshot } from '#app/domain/triage/snapshot.ts'
import { mergeRefusal } from '#app/domain/triage/rules.ts'
import { updateRows } from '#db/batch.ts'
import { importRows } from '#db/schema/imports.ts'
import { requestDecisions, requests } from '#db/schema/requests.ts'

import { applied, takeVersions, tell } from './applied-rows.server.ts'
import type { ImportRecord } from './import-record.server.ts'
import { BATCH_SIZE } from './open-batch.server.ts'

/** Merges requests that their source says repeat another, a batch of them. @returns whether there were any left */
export async function linkDuplicates(ctx: Context, record: ImportRecord): Promise<boolean> {
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
    .for('no key update', { of: requests })
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
