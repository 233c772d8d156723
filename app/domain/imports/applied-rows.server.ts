import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { importRows } from '#db/schema/imports.ts'

import type { ImportRecord } from './import-record.server.ts'

/** Rows of an import that were applied whole. */
export const applied = ({ id }: ImportRecord) =>
  and(
    eq(importRows.importId, id),
    inArray(importRows.outcome, ['new', 'changed']),
    isNotNull(importRows.appliedAt),
    isNull(importRows.conflict),
  )

/** Says of rows what could not be done. */
export async function tell(
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
export async function takeVersions(
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
