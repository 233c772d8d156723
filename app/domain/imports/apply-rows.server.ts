import { sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { importRows, type BesidesContract } from '#db/schema/imports.ts'
import { requests } from '#db/schema/requests.ts'
import type { ImportKind } from '#db/constants.ts'

import { SUBJECTS } from './batch.ts'
import type { FieldChange } from './diff.ts'
import type { ImportRecord } from './import-record.server.ts'
import { openBatch } from './open-batch.server.ts'
import type { Plan } from './plan.ts'
import { importedRecord } from './records.ts'

export type StoredRow = typeof importRows.$inferSelect

/** Where the subjects of a kind are. */
export const TABLES = {
  accounts,
  contracts,
  opportunities,
  requests,
  outcomes: contracts,
} as const

/** Applies rows as the dry run told, or says for each why what it told does not hold any more. */
export async function applyRows(
  ctx: Context,
  { id: importId, kind, settings }: ImportRecord,
  rows: readonly StoredRow[],
): Promise<void> {
  const batchRows = rows.map(({ row, values, matchedAccountId }) => ({
    row,
    record: importedRecord.parse(values),
    matchedId: matchedAccountId,
  }))
  const batch = await openBatch(ctx, { importId, settings }, batchRows, { lock: true })
  const conflicts = new Map<number, string>()
  const fit: number[] = []
  for (const row of rows) {
    const conflict = conflictOf(row, batch.plans.get(row.row))
    if (conflict === null) fit.push(row.row)
    else conflicts.set(row.row, conflict)
  }
  const written = await batch.write(fit)
  await markConflicts(ctx, importId, conflicts)
  await markApplied(ctx, importId, kind, written)
}

/** Whether the row would still do what the dry run told. */
function conflictOf(row: StoredRow, plan: Plan | undefined): string | null {
  if (!plan) return 'The row cannot be read any more.'
  if (plan.outcome === 'wrong' || plan.outcome === 'aside') {
    return plan.problems.map(({ message }) => message).join(' ')
  }
  if (plan.subjectId !== row.subjectId) {
    return row.subjectId === null
      ? 'A record with this id was made since the check.'
      : 'The record of the check is not here any more.'
  }
  if (row.outcome === 'new') return null
  const changed = differing(row.diff ?? {}, plan.diff ?? {})
  return changed.length > 0
    ? `Somebody changed ${changed.join(', ')} since the check. Import the file again to see what it would do now.`
    : null
}

/** Fields of the record that are not what the check saw. The parent is set at the end. */
function differing(
  seen: Readonly<Record<string, { before: unknown }>>,
  now: Readonly<Record<string, FieldChange>>,
): string[] {
  const fields = new Set([...Object.keys(seen), ...Object.keys(now)])
  fields.delete('parentId')
  return [...fields].filter(
    (field) => JSON.stringify(seen[field]?.before) !== JSON.stringify(now[field]?.before),
  )
}

async function markConflicts(
  { db }: Context,
  importId: number,
  conflicts: ReadonlyMap<number, string>,
): Promise<void> {
  if (conflicts.size === 0) return
  const list = [...conflicts].map(([row, conflict]) => ({ row, conflict }))
  await db.execute(sql`
    update ${importRows} as r set conflict = v.conflict
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as v("row" int, conflict text)
    where r.import_id = ${importId} and r."row" = v."row"`)
}

/** Keeps which record each row became, and its version, which an undo needs unchanged. */
async function markApplied(
  { db, now }: Context,
  importId: number,
  kind: ImportKind,
  written: readonly {
    row: number
    subjectId: number
    besides: Omit<BesidesContract, 'version'> | null
  }[],
): Promise<void> {
  if (written.length === 0) return
  await db.execute(sql`
    update ${importRows} as r
    set applied_at = ${now.toISOString()}::timestamptz, subject_type = ${SUBJECTS[kind]},
        subject_id = t.id, applied_version = t.version,
        besides = case when v.besides is null or c.id is null then null
          else v.besides || jsonb_build_object('version', c.version) end
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as v("row" int, "subjectId" int, besides jsonb)
    join ${TABLES[kind]} as t on t.id = v."subjectId"
    left join ${contracts} as c on c.id = (v.besides ->> 'contractId')::int
    where r.import_id = ${importId} and r."row" = v."row"`)
}
