import { and, eq, inArray, isNotNull } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict, invalid } from '#app/domain/errors.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import type { FormatAnswers } from '#app/lib/csv/inspect.ts'
import { enqueue } from '#db/queue.ts'
import { importRows, imports } from '#db/schema/imports.ts'

import { withAnswers } from './answers.ts'
import { fetchImport, saveSettings, startStep, type Step } from './import-record.server.ts'
import { inspectFile } from './inspect-file.server.ts'
import { checkMapping, type Mapping, type MappingProblem } from './mapping.ts'

const CHECK: Step = {
  from: ['uploaded', 'checked'],
  to: 'checking',
  event: 'import.check_started',
  refused: 'This import has gone on meanwhile. Look at it again.',
}

/** Says how the file is written; columns and mapping are read anew. */
export async function changeFormat(
  ctx: Context,
  importId: number,
  answers: FormatAnswers,
): Promise<void> {
  authorize(ctx, 'import.run')
  await inTransaction(ctx, async (ctx) => {
    const { kind } = await fetchImport(ctx, importId, { lock: true })
    await saveSettings(ctx, importId, await inspectFile(ctx, importId, kind, answers))
    await recordEvent(ctx, { name: 'import.format_set', subject: ['import', importId] })
  })
}

/**
 * Says how columns become fields, and starts the dry run. What was chosen is kept even when it does not do yet.
 *
 * @returns what keeps it from being used; empty when the dry run was started
 */
export async function mapColumns(
  ctx: Context,
  importId: number,
  mapping: Mapping,
): Promise<MappingProblem[]> {
  authorize(ctx, 'import.run')
  return inTransaction(ctx, async (ctx) => {
    const { settings } = await fetchImport(ctx, importId, { lock: true })
    const next = { ...settings, mapping, questions: [] }
    const problems = checkMapping(mapping, settings.columns)
    if (settings.formatQuestions.length > 0) {
      problems.push({ message: 'Say first how the file is written.' })
    }
    if (problems.length > 0) await saveSettings(ctx, importId, next)
    else await startStep(ctx, importId, CHECK, next)
    return problems
  })
}

/**
 * Answers what only the person who has the file can say, and goes on with the dry run.
 *
 * @returns names of inputs that have no answer yet; empty when the dry run was started
 */
export async function answerQuestions(
  ctx: Context,
  importId: number,
  answerOf: (name: string) => string | null,
): Promise<string[]> {
  authorize(ctx, 'import.run')
  return inTransaction(ctx, async (ctx) => {
    const record = await fetchImport(ctx, importId, { lock: true })
    const lines = await listProductLines(ctx)
    const slugs = lines.map(({ slug }) => slug)
    const { settings, missing } = withAnswers(record.settings, answerOf, slugs)
    if (missing.length > 0) await saveSettings(ctx, importId, settings)
    else await startStep(ctx, importId, CHECK, settings)
    return missing
  })
}

/** Says that amounts out of the ordinary are right, and checks again. */
export async function confirmLargeAmounts(ctx: Context, importId: number): Promise<void> {
  authorize(ctx, 'import.run')
  const { settings } = await fetchImport(ctx, importId)
  await startStep(ctx, importId, CHECK, { ...settings, largeConfirmed: true })
}

/** Applies what the dry run found, in the background. Two clicks apply it once. */
export async function applyImport(ctx: Context, importId: number): Promise<void> {
  await startStep(ctx, importId, {
    from: ['checked'],
    to: 'applying',
    event: 'import.apply_started',
    refused: 'This import is applied already.',
  })
}

/** Takes back what an import did, in the background, as far as nothing was built on it. */
export async function undoImport(ctx: Context, importId: number): Promise<void> {
  authorize(ctx, 'import.run')
  await inTransaction(ctx, async (ctx) => {
    await startStep(ctx, importId, {
      from: ['applied'],
      to: 'undoing',
      event: 'import.undo_started',
      refused: 'This import is undone already, or not applied.',
    })
    const stayed = and(eq(importRows.importId, importId), isNotNull(importRows.kept))
    await ctx.db.update(importRows).set({ kept: null }).where(stayed)
  })
}

/** Goes on with a step that stopped because of a fault. */
export async function continueImport(ctx: Context, importId: number): Promise<void> {
  authorize(ctx, 'import.run')
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(imports)
      .set({ problem: null, progressAt: ctx.now, startedBy: ctx.actor.id })
      .where(
        and(
          eq(imports.id, importId),
          isNotNull(imports.problem),
          inArray(imports.state, ['checking', 'applying', 'undoing']),
        ),
      )
      .returning({ id: imports.id })
    if (!row) throw conflict('This import goes on already.')
    await recordEvent(ctx, { name: 'import.continued', subject: ['import', importId] })
    await enqueue(ctx.db, 'run-import', { importId })
  })
}

/** Forgets an import that was never applied, with its file. */
export async function discardImport(ctx: Context, importId: number): Promise<void> {
  authorize(ctx, 'import.run')
  await inTransaction(ctx, async (ctx) => {
    const { fileName } = await fetchImport(ctx, importId)
    const [row] = await ctx.db
      .delete(imports)
      .where(and(eq(imports.id, importId), inArray(imports.state, ['uploaded', 'checked'])))
      .returning({ id: imports.id })
    if (!row) throw invalid('Only an import that was not applied can be discarded.')
    await recordEvent(ctx, {
      name: 'import.discarded',
      subject: ['import', importId],
      data: { file: fileName },
    })
  })
}
