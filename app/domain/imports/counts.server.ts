import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { importRows, type ImportCounts } from '#db/schema/imports.ts'

/** The rows of an import by outcome, and what became of them. */
export async function countRows(
  { db }: Pick<Context, 'db'>,
  importId: number,
): Promise<ImportCounts> {
  const of = (condition: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${condition})::int`
  const applied = and(isNotNull(importRows.appliedAt), isNull(importRows.undoneAt))
  const rows = await db
    .select({
      outcome: importRows.outcome,
      rows: sql<number>`count(*)::int`,
      applied: of(sql`${applied}`),
      conflict: of(sql`${importRows.conflict} is not null`),
      undone: of(sql`${importRows.undoneAt} is not null`),
      kept: of(sql`${importRows.kept} is not null`),
    })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.outcome)
  const counts: Required<Pick<ImportCounts, 'applied' | 'conflict' | 'undone' | 'kept'>> = {
    applied: 0,
    conflict: 0,
    undone: 0,
    kept: 0,
  }
  const outcomes: ImportCounts = {}
  for (const row of rows) {
    outcomes[row.outcome] = row.rows
    counts.applied += row.applied
    counts.conflict += row.conflict
    counts.undone += row.undone
    counts.kept += row.kept
  }
  return { ...outcomes, ...counts }
}
