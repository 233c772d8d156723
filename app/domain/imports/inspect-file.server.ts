import { createHash } from 'node:crypto'

import { and, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { getPlanRates } from '#app/domain/organisation/get-plan-rates.server.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { inspectCsv, type FormatAnswers } from '#app/lib/csv/inspect.ts'
import type { ImportKind } from '#db/constants.ts'
import { importMappings } from '#db/schema/imports.ts'

import { readFile } from './file.server.ts'
import { headersKey } from './headers.ts'
import { checkMapping, type Mapping } from './mapping.ts'
import { recognisePresets } from './presets.ts'
import { importSettings, type ImportSettings } from './settings.ts'
import { suggestMapping } from './suggest.ts'
import { ownColumns, ownRow } from './wrong-file.ts'

const PREVIEW_ROWS = 5
const LONGEST_CELL = 200

/**
 * Reads how the stored file is written and how its columns can be mapped: as the last file with these columns was, else
 * by a preset and by the columns' names. Throws invalid, beside the file, for one that is no table.
 */
export async function inspectFile(
  ctx: Pick<Context, 'db'>,
  importId: number,
  kind: ImportKind,
  answers: FormatAnswers,
): Promise<ImportSettings> {
  const file = await inspectCsv(readFile(ctx, importId), answers)
  if (!file.ok) throw invalid(file.message, 'file')
  const columns = ownColumns(file.columns)
  const preset = recognisePresets(columns, kind)[0]?.preset ?? null
  const remembered = await recallMapping(ctx, kind, columns)
  const { base } = await getPlanRates(ctx)
  const suggestion = suggestMapping(kind, columns, { preset, currency: base })
  return {
    answers,
    format: file.format,
    headers: file.header.candidates,
    formatQuestions: file.questions,
    columns,
    preview: file.preview.slice(0, PREVIEW_ROWS).map((row) => cutCells(ownRow(row).cells)),
    preset: preset?.label ?? null,
    remembered: remembered !== null,
    notes: remembered ? [] : suggestion.notes,
    mapping: remembered?.mapping ?? (await withOnlyLine(ctx, suggestion.mapping)),
    lines: remembered?.lines ?? {},
    questions: [],
    refused: [],
    largeConfirmed: false,
    footers: [],
  }
}

function cutCells(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, cell.slice(0, LONGEST_CELL)]),
  )
}

/** A request needs a product line; where there is only one, it is that one. */
async function withOnlyLine(ctx: Pick<Context, 'db'>, mapping: Mapping): Promise<Mapping> {
  if (mapping.kind !== 'requests' || mapping.columns.product_line !== undefined) return mapping
  const [line, second] = await listProductLines(ctx)
  if (!line || second) return mapping
  return { ...mapping, constants: { ...mapping.constants, product_line: line.slug } }
}

function hashOf(columns: readonly string[]): string {
  return createHash('sha256').update(headersKey(columns)).digest('hex')
}

type Remembered = Pick<ImportSettings, 'mapping' | 'lines'>

/** Keeps a mapping for the next file with these columns. Styles of numbers and dates are looked at anew each time. */
export async function rememberMapping(
  ctx: Pick<Context, 'db' | 'now'>,
  columns: readonly string[],
  { mapping, lines }: Remembered,
): Promise<void> {
  const settings = { columns, mapping: { ...mapping, formats: {} }, lines }
  await ctx.db
    .insert(importMappings)
    .values({ kind: mapping.kind, headersHash: hashOf(columns), settings, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [importMappings.kind, importMappings.headersHash],
      set: { settings, updatedAt: sql`excluded.updated_at` },
    })
}

const rememberedSettings = importSettings.pick({ columns: true, mapping: true, lines: true })

async function recallMapping(
  { db }: Pick<Context, 'db'>,
  kind: ImportKind,
  columns: readonly string[],
): Promise<Remembered | null> {
  const [row] = await db
    .select({ settings: importMappings.settings })
    .from(importMappings)
    .where(and(eq(importMappings.kind, kind), eq(importMappings.headersHash, hashOf(columns))))
  const known = rememberedSettings.safeParse(row?.settings)
  if (!known.success) return null
  // The same names may be written otherwise this time: `Firma` and `FIRMA`.
  const now = new Map(known.data.columns.map((column, i) => [column, columns[i] ?? column]))
  const { mapping, lines } = known.data
  const renamed = {
    ...mapping,
    columns: Object.fromEntries(
      Object.entries(mapping.columns).map(([field, column]) => [field, now.get(column) ?? column]),
    ),
    attributes: mapping.attributes.map((attribute) => ({
      ...attribute,
      column: now.get(attribute.column) ?? attribute.column,
    })),
  }
  return checkMapping(renamed, columns).length > 0 ? null : { mapping: renamed, lines }
}
