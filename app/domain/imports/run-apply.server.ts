import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { attributeDefinitions } from '#db/schema/accounts.ts'
import { importChunks, importRows, imports } from '#db/schema/imports.ts'

import { applyRows } from './apply-rows.server.ts'
import { countRows } from './counts.server.ts'
import { toImport, type ImportRecord } from './import-record.server.ts'
import { linkRows } from './link-rows.server.ts'
import { BATCH_SIZE } from './open-batch.server.ts'
import { requireRunner } from './require-runner.server.ts'

/** Serialises what writes many records: two imports never wait for each other in a circle. Any constant of our own serves. */
const IMPORT_LOCK = 4_203_118

/**
 * Applies what the dry run found, a batch a transaction; what is committed is not done again. A run that breaks off is
 * started again and goes on behind the last batch, and two that run at once take turns.
 */
export async function runApply(ctx: Context, importId: number): Promise<void> {
  while (await applyBatch(ctx, importId));
}

/** One batch. @returns false when there is nothing left to do */
export function applyBatch(ctx: Context, importId: number): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const record = await holdImport(ctx, importId, 'applying')
    if (!record) return false
    if (record.progressRow === 0) await defineAttributes(ctx, record)
    const rows = await ctx.db
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, importId),
          inArray(importRows.outcome, ['new', 'changed']),
          isNull(importRows.appliedAt),
          isNull(importRows.conflict),
          gt(importRows.row, record.progressRow),
        ),
      )
      .orderBy(asc(importRows.row))
      .limit(BATCH_SIZE)
    const last = rows.at(-1)
    if (last) {
      await applyRows(ctx, record, rows)
      await goOn(ctx, record, { progressRow: last.row })
      return true
    }
    if (await linkRows(ctx, record)) {
      await goOn(ctx, record, {})
      return true
    }
    await finish(ctx, record)
    return false
  })
}

/** The import while it is at this step, kept from other runs until the transaction ends. Throws RunnerGone. */
export async function holdImport(
  ctx: Context,
  importId: number,
  state: 'applying' | 'undoing',
): Promise<ImportRecord | null> {
  const { db } = ctx
  await db.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`)
  const [row] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.state, state)))
    .for('update')
  if (!row) return null
  await requireRunner(ctx)
  return toImport(row)
}

/** Writes how far the step is, in the transaction that did it. */
export async function goOn(
  { db }: Context,
  { id }: ImportRecord,
  set: Partial<typeof imports.$inferInsert>,
): Promise<void> {
  const progressAt = sql`clock_timestamp()`
  await db
    .update(imports)
    .set({ progressAt, problem: null, ...set })
    .where(eq(imports.id, id))
}

/** Columns that are kept as custom attributes become attributes, unless they are. */
async function defineAttributes(ctx: Context, { settings }: ImportRecord): Promise<void> {
  const { attributes } = settings.mapping
  if (attributes.length === 0) return
  await ctx.db
    .insert(attributeDefinitions)
    .values(
      attributes.map(({ key, column, type }) => ({
        key,
        label: column.slice(0, 80),
        type,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
}

async function finish(ctx: Context, record: ImportRecord): Promise<void> {
  const counts = await countRows(ctx, record.id)
  await goOn(ctx, record, {
    state: 'applied',
    counts,
    appliedAt: record.appliedAt ?? ctx.now,
    progressRow: record.totalRows ?? 0,
  })
  await ctx.db.delete(importChunks).where(eq(importChunks.importId, record.id))
  await recordEvent(ctx, {
    name: 'import.applied',
    subject: ['import', record.id],
    data: { ...counts },
  })
  await refreshScores(ctx, 'all')
}
