import { inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { takeBackImported } from '#app/domain/outcomes/take-back-outcome.server.ts'
import { lockScores } from '#app/domain/scoring/refresh.server.ts'
import { requestDecisions, requestMessages } from '#db/schema/requests.ts'

import { TABLES, type StoredRow } from './apply-rows.server.ts'
import type { ImportRecord } from './import-record.server.ts'
import { findKept } from './undo-kept.server.ts'
import { restore, restoreContracts } from './undo-restore.server.ts'

/**
 * Takes rows back: what they made is deleted, what they changed is as before. Rows that something was built on stay.
 *
 * @returns why each row that stays does, by number of the row
 */
export async function undoRows(
  ctx: Context,
  record: ImportRecord,
  rows: readonly StoredRow[],
): Promise<Map<number, string>> {
  await lockScores(ctx)
  const kept = await findKept(ctx, record, rows)
  const taken = rows.filter(({ row }) => !kept.has(row))
  const idsOf = (outcome: StoredRow['outcome']) =>
    taken.flatMap((row) => (row.outcome === outcome ? (row.subjectId ?? []) : []))
  await restoreContracts(ctx, record, taken)
  await restore(
    ctx,
    record,
    taken.filter(({ outcome }) => outcome === 'changed'),
  )
  await remove(ctx, record, idsOf('new'))
  return kept
}

async function remove(
  ctx: Context,
  { id, kind }: ImportRecord,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  if (kind === 'outcomes') return takeBackImported(ctx, id, ids)
  const { db } = ctx
  if (kind === 'requests') {
    await db.delete(requestDecisions).where(inArray(requestDecisions.requestId, [...ids]))
    await db.delete(requestMessages).where(inArray(requestMessages.requestId, [...ids]))
  }
  const table = TABLES[kind]
  await db.delete(table).where(inArray(table.id, [...ids]))
}
