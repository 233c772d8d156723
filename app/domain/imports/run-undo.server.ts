import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { importRows } from '#db/schema/imports.ts'

import { countRows } from './counts.server.ts'
import type { ImportRecord } from './import-record.server.ts'
import { BATCH_SIZE } from './open-batch.server.ts'
import { goOn, holdImport } from './run-apply.server.ts'
import { undoRows } from './undo-rows.server.ts'

/** Takes an import back, a batch a transaction, the last rows first; goes on where a run broke off. */
export async function runUndo(ctx: Context, importId: number): Promise<void> {
  while (await undoBatch(ctx, importId));
}

function undoBatch(ctx: Context, importId: number): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const record = await holdImport(ctx, importId, 'undoing')
    if (!record) return false
    const rows = await ctx.db
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, importId),
          isNotNull(importRows.appliedAt),
          isNull(importRows.undoneAt),
          isNull(importRows.kept),
        ),
      )
      .orderBy(desc(importRows.row))
      .limit(BATCH_SIZE)
    if (rows.length === 0) return nextPass(ctx, record)
    const kept = await undoRows(ctx, record, rows)
    await mark(
      ctx,
      importId,
      rows.map(({ row }) => ({ row, kept: kept.get(row) ?? null })),
    )
    await goOn(ctx, record, { progressRow: record.progressRow + rows.length - kept.size })
    return true
  })
}

/**
 * An account stays while one below it does, so what stayed is tried again as long as a pass took anything back.
 * `progressRow` counts what the present pass took back.
 */
async function nextPass(ctx: Context, record: ImportRecord): Promise<boolean> {
  const counts = await countRows(ctx, record.id)
  if (record.progressRow > 0 && (counts.kept ?? 0) > 0) {
    await ctx.db.update(importRows).set({ kept: null }).where(eq(importRows.importId, record.id))
    await goOn(ctx, record, { progressRow: 0 })
    return true
  }
  // With rows left it stays applied, and can be undone again once nothing holds them.
  const state = counts.applied ? 'applied' : 'undone'
  await goOn(ctx, record, { state, counts, undoneAt: ctx.now })
  await recordEvent(ctx, {
    name: 'import.undone',
    subject: ['import', record.id],
    data: { undone: counts.undone, kept: counts.kept },
  })
  await refreshScores(ctx, 'all')
  return false
}

async function mark(
  { db, now }: Context,
  importId: number,
  rows: readonly { row: number; kept: string | null }[],
): Promise<void> {
  await db.execute(sql`
    update ${importRows} as r
    set kept = v.kept,
        undone_at = case when v.kept is null then ${now.toISOString()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v("row" int, kept text)
    where r.import_id = ${importId} and r."row" = v."row"`)
}
