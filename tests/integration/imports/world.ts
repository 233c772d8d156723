import { asc, eq } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { fetchImport } from '#app/domain/imports/import-record.server.ts'
import type { Mapping } from '#app/domain/imports/mapping.ts'
import { runImport } from '#app/domain/imports/run-import.server.ts'
import { applyImport, mapColumns, undoImport } from '#app/domain/imports/steps.server.ts'
import { uploadImport } from '#app/domain/imports/upload-import.server.ts'
import type { Executor } from '#db/client.ts'
import type { ImportKind } from '#db/constants.ts'
import { importRows } from '#db/schema/imports.ts'
import { events } from '#db/schema/organisation.ts'
import { inChunks } from '#tests/support/chunks.ts'
import { makeCompany, makePerson, NOW } from '#tests/support/company.ts'

/** A company with somebody who may import: a manager of Customer Success. */
export async function makeImporter(db: Executor) {
  const company = await makeCompany(db)
  const importer = await makePerson(db, { name: 'Ayşe Kaya', role: 'manager' })
  return { ...company, importer, ctx: company.as(importer) }
}

export async function upload(
  ctx: Context,
  kind: ImportKind,
  content: string | Uint8Array,
  fileName = `${kind}.csv`,
): Promise<number> {
  const { importId } = await uploadImport(ctx, { kind, fileName, content: inChunks(content, 700) })
  return importId
}

/** What the job does that a command asked for. */
export const work = (ctx: Context, importId: number) =>
  runImport({ db: ctx.db, now: NOW }, importId)

/** Uploads a file, accepts the suggested mapping (changed as told) and runs the dry run. */
export async function check(
  ctx: Context,
  kind: ImportKind,
  content: string | Uint8Array,
  change: (mapping: Mapping) => Mapping = (mapping) => mapping,
): Promise<number> {
  const importId = await upload(ctx, kind, content)
  const { settings } = await fetchImport(ctx, importId)
  const problems = await mapColumns(ctx, importId, change(settings.mapping))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  await work(ctx, importId)
  return importId
}

export async function apply(ctx: Context, importId: number): Promise<void> {
  await applyImport(ctx, importId)
  await work(ctx, importId)
}

/** The whole way: upload, dry run, apply. */
export async function importFile(
  ctx: Context,
  kind: ImportKind,
  content: string | Uint8Array,
  change?: (mapping: Mapping) => Mapping,
): Promise<number> {
  const importId = await check(ctx, kind, content, change)
  await apply(ctx, importId)
  return importId
}

export async function undo(ctx: Context, importId: number): Promise<void> {
  await undoImport(ctx, importId)
  await work(ctx, importId)
}

export function rowsOf({ db }: Pick<Context, 'db'>, importId: number) {
  return db
    .select()
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.row))
}

/** The outcomes of an import's rows in the order of the file. */
export async function outcomesOf(ctx: Context, importId: number): Promise<string[]> {
  return (await rowsOf(ctx, importId)).map(({ outcome }) => outcome)
}

/** Names of the events about an import, oldest first. */
export async function importEvents({ db }: Context, importId: number): Promise<string[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.subjectId, String(importId)))
    .orderBy(asc(events.id))
  return rows.flatMap(({ name, subjectType }) => (subjectType === 'import' ? [name] : []))
}
