import type { ChangeSubject } from '#db/constants.ts'
import { insertRows } from '#db/batch.ts'
import { changes } from '#db/schema/accounts.ts'

import type { Context } from './context.ts'
import { diffFields, type FieldChange, type Fields } from './history.ts'

/** A record right after it was written: `version` is the new one. */
export type ChangedRecord = {
  type: ChangeSubject
  id: number
  version: number
  importId?: number
}

/** A record with its fields before and after; null before means that it was made. */
export type RecordedChange = {
  subject: ChangedRecord
  before: Fields | null
  after: Fields
}

const COLUMNS = [
  ...(['subjectType', 'subjectId', 'subjectVersion', 'field', 'before', 'after'] as const),
  ...(['changedBy', 'importId', 'changedAt'] as const),
] as const

/**
 * Keeps what changed between two states of a record as history, a row a field, with who and when.
 * Call it inside the command's transaction.
 *
 * @param before null when the record was made by this command
 * @returns what changed; empty when nothing did, and then nothing is written
 */
export async function recordChanges(
  ctx: Context,
  subject: ChangedRecord,
  before: Fields | null,
  after: Fields,
): Promise<FieldChange[]> {
  await recordManyChanges(ctx, [{ subject, before, after }])
  return diffFields(before, after)
}

/** The same for many records at once. The one writer of `changes`. */
export async function recordManyChanges(
  ctx: Context,
  records: readonly RecordedChange[],
): Promise<void> {
  const rows = records.flatMap(({ subject, before, after }) =>
    diffFields(before, after).map((change) => ({
      ...change,
      subjectType: subject.type,
      subjectId: subject.id,
      subjectVersion: subject.version,
      importId: subject.importId ?? null,
      changedBy: ctx.actor.id,
      changedAt: ctx.now,
    })),
  )
  await insertRows(ctx.db, changes, COLUMNS, rows)
}
