import { and, eq, inArray, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, notFound } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { enqueue } from '#db/queue.ts'
import type { ImportState } from '#db/constants.ts'
import { imports } from '#db/schema/imports.ts'

import { importSettings, type ImportSettings } from './settings.ts'

type Row = typeof imports.$inferSelect
/** Where an import can stand once its file is here. */
export type ImportStep = Exclude<ImportState, 'uploading'>
export type ImportRecord = Omit<Row, 'settings' | 'state'> & {
  settings: ImportSettings
  state: ImportStep
}

/** The row with its settings read. Throws not_found while its file arrives, and on settings that this version did not write. */
export function toImport({ state, ...row }: Row): ImportRecord {
  if (state === 'uploading') throw notFound('This import')
  return { ...row, state, settings: importSettings.parse(row.settings) }
}

/** An import. Throws not_found. @param lock keeps others from taking it a step on */
export async function fetchImport(
  ctx: Pick<Context, 'db'>,
  importId: number,
  { lock }: { lock: boolean } = { lock: false },
): Promise<ImportRecord> {
  const query = ctx.db.select().from(imports).where(eq(imports.id, importId))
  const [row] = await (lock ? query.for('update') : query)
  if (!row) throw notFound('This import')
  return toImport(row)
}

/** What an import goes on to do in the background. */
export type Step = {
  from: readonly ImportStep[]
  to: ImportStep
  event: string
  /** What the loser of a race is told. */
  refused: string
}

/**
 * Starts a step of an import in the background: two clicks start it once.
 * @throws forbidden, not_found, conflict when it is not (or no longer) at the step before
 */
export async function startStep(
  ctx: Context,
  importId: number,
  { from, to, event, refused }: Step,
  settings?: ImportSettings,
): Promise<void> {
  authorize(ctx, 'import.run')
  await inTransaction(ctx, async (ctx) => {
    await fetchImport(ctx, importId)
    const [row] = await ctx.db
      .update(imports)
      .set({
        state: to,
        ...(settings && { settings, source: settings.mapping.source }),
        progressRow: 0,
        progressAt: ctx.now,
        problem: null,
        startedBy: ctx.actor.id,
        version: sql`${imports.version} + 1`,
      })
      .where(and(eq(imports.id, importId), inArray(imports.state, [...from])))
      .returning({ id: imports.id })
    if (!row) throw conflict(refused)
    await recordEvent(ctx, { name: event, subject: ['import', importId] })
    await enqueue(ctx.db, 'run-import', { importId })
  })
}

/** Stores settings of an import that is still before its dry run. @throws conflict when it is not */
export async function saveSettings(
  ctx: Context,
  importId: number,
  settings: ImportSettings,
): Promise<void> {
  const [row] = await ctx.db
    .update(imports)
    .set({
      settings,
      source: settings.mapping.source,
      state: 'uploaded',
      version: sql`${imports.version} + 1`,
    })
    .where(and(eq(imports.id, importId), inArray(imports.state, ['uploaded', 'checked'])))
    .returning({ id: imports.id })
  if (!row) throw conflict('This import has gone on meanwhile. Look at it again.')
}
