import { and, eq, sql } from 'drizzle-orm'

import { inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { CsvError } from '#app/lib/csv/read.ts'
import { readRows } from '#app/lib/csv/rows.ts'
import { importRows, imports } from '#db/schema/imports.ts'

import { countRows } from './counts.server.ts'
import { readFile } from './file.server.ts'
import { toImport, type ImportRecord } from './import-record.server.ts'
import { rememberMapping } from './inspect-file.server.ts'
import { checkRows, type ParsedRow } from './check-rows.server.ts'
import { BATCH_SIZE } from './open-batch.server.ts'
import { requireRunner } from './require-runner.server.ts'
import { createRowParser } from './rows.ts'
import { settleRows } from './settle-rows.server.ts'
import { ownRows } from './wrong-file.ts'
import { surveyFile, type Surveyed } from './survey-file.server.ts'

/** The run was started anew elsewhere, or the import went on: this one has nothing more to do. */
class Superseded extends Error {}

/**
 * The dry run of an import: reads the whole file, asks what has to be asked, and says of every row what applying it would
 * do. Begins afresh when it is started again; the last start counts.
 */
export async function runCheck(ctx: Context, importId: number): Promise<void> {
  const record = await begin(ctx, importId)
  if (!record) return
  await requireRunner(ctx)
  try {
    await check(ctx, record)
  } catch (error) {
    if (error instanceof Superseded) return
    if (!(error instanceof CsvError)) throw error
    await goOn(ctx, record, { state: 'uploaded', problem: error.message })
  }
}

async function begin(ctx: Context, importId: number): Promise<ImportRecord | null> {
  return inTransaction(ctx, async ({ db, now }) => {
    const [row] = await db
      .update(imports)
      .set({ run: sql`${imports.run} + 1`, progressRow: 0, progressAt: now, totalRows: null })
      .where(and(eq(imports.id, importId), eq(imports.state, 'checking')))
      .returning()
    if (!row) return null
    await db.delete(importRows).where(eq(importRows.importId, importId))
    return toImport(row)
  })
}

/** Writes to the import while this run is the one that counts. */
async function goOn(
  { db }: Pick<Context, 'db'>,
  { id, run }: ImportRecord,
  set: Partial<typeof imports.$inferInsert>,
): Promise<void> {
  const [row] = await db
    .update(imports)
    .set({ progressAt: sql`clock_timestamp()`, problem: null, ...set })
    .where(and(eq(imports.id, id), eq(imports.state, 'checking'), eq(imports.run, run)))
    .returning({ id: imports.id })
  if (!row) throw new Superseded()
}

async function check(ctx: Context, record: ImportRecord): Promise<void> {
  const alive = () => goOn(ctx, record, {})
  const read = () => ownRows(readRows(readFile(ctx, record.id, alive), record.settings.format))
  const survey = await surveyFile(ctx, record.settings, read)
  const { questions, footers } = survey
  if (questions.length > 0) {
    const settings = { ...record.settings, questions, footers }
    return goOn(ctx, record, { state: 'uploaded', settings, totalRows: survey.rows })
  }
  await goOn(ctx, record, { totalRows: survey.rows })
  const scope = { importId: record.id, settings: { ...record.settings, mapping: survey.mapping } }
  for await (const batch of parsedBatches(ctx, record, survey)) {
    await requireRunner(ctx)
    await inTransaction(ctx, async (ctx) => {
      await checkRows(ctx, scope, batch, record.settings.largeConfirmed)
      await goOn(ctx, record, { progressRow: batch.at(-1)?.row ?? 0 })
    })
  }
  await inTransaction(ctx, (ctx) => finish(ctx, record, survey))
}

async function* parsedBatches(
  ctx: Context,
  record: ImportRecord,
  { mapping }: Surveyed,
): AsyncGenerator<ParsedRow[]> {
  const [rates, { timeZone }] = [await getPlanRates(ctx), await getOrganisation(ctx)]
  const parse = createRowParser(mapping, { rates, timeZone })
  let batch: ParsedRow[] = []
  const rows = ownRows(readRows(readFile(ctx, record.id), record.settings.format))
  for await (const row of rows) {
    if (row.kind === 'footer') continue
    batch.push({ ...row, result: parse(row) })
    if (batch.length === BATCH_SIZE) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function finish(
  ctx: Context,
  record: ImportRecord,
  { mapping, footers }: Surveyed,
): Promise<void> {
  await settleRows(ctx, record.id, mapping)
  const counts = await countRows(ctx, record.id)
  const { attributes } = mapping
  const settings = {
    ...record.settings,
    footers,
    mapping: { ...record.settings.mapping, attributes },
  }
  await goOn(ctx, record, { state: 'checked', counts, settings })
  await rememberMapping(ctx, record.settings.columns, record.settings)
  await recordEvent(ctx, {
    name: 'import.checked',
    subject: ['import', record.id],
    data: { ...counts },
  })
}
