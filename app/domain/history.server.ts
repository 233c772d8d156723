import type { ChangeSubject } from '#db/constants.ts'
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

/**
 * Keeps what changed between two states of a record as history, a row a field, with who and when.
 * The one writer of `changes`; call it inside the command's transaction.
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
  const found = diffFields(before, after)
  if (found.length > 0) {
    await ctx.db.insert(changes).values(
      found.map((change) => ({
        ...change,
        subjectType: subject.type,
        subjectId: subject.id,
        subjectVersion: subject.version,
        importId: subject.importId ?? null,
        changedBy: ctx.actor.id,
        changedAt: ctx.now,
      })),
    )
  }
  return found
}
