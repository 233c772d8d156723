import { inspectCsv } from '#app/lib/csv/inspect.ts'
import { readRows } from '#app/lib/csv/rows.ts'
import type { CsvRow } from '#app/lib/csv/rows.ts'
import type { Mapping } from '#app/domain/imports/mapping.ts'
import { recognisePresets } from '#app/domain/imports/presets.ts'
import { createRowParser } from '#app/domain/imports/rows.ts'
import type { RowOptions, RowResult } from '#app/domain/imports/rows.ts'
import { suggestMapping } from '#app/domain/imports/suggest.ts'
import { surveyRows, withSurvey } from '#app/domain/imports/survey.ts'
import type { ImportKind } from '#db/constants.ts'
import { importFixture, inChunks } from './chunks.ts'

export const ROW_OPTIONS: RowOptions = {
  rates: { base: 'EUR', rates: { TRY: 0.02, USD: 0.9 } },
  timeZone: 'Europe/Istanbul',
}

/** Reads a fixture the way the import does: format, preset, suggested mapping, survey, rows. */
export async function readFixture(
  name: string,
  kind: ImportKind,
  change: (mapping: Mapping) => Mapping = (mapping) => mapping,
) {
  const content = await importFixture(name)
  const inspection = await inspectCsv(inChunks(content, 512))
  if (!inspection.ok) throw new Error(inspection.message)
  const { columns, format } = inspection
  const preset = recognisePresets(columns, kind)[0]?.preset ?? null
  const suggestion = suggestMapping(kind, columns, { preset, currency: 'EUR' })
  const mapping = change(suggestion.mapping)
  const rows = () => readRows(inChunks(content, 512), format)
  const survey = await surveyRows(rows(), mapping)
  const parse = createRowParser(withSurvey(mapping, survey), ROW_OPTIONS)
  const results: RowResult[] = []
  for await (const row of rows()) if (row.kind === 'row') results.push(parse(row))
  return { columns, preset, mapping, notes: suggestion.notes, survey, results }
}

/** A row as the reader gives it, on line 2. */
export function csvRow(cells: Record<string, string>, problems: CsvRow['problems'] = []): CsvRow {
  return { kind: 'row', row: 1, line: 2, cells, problems }
}

/** A mapping whose columns have the names of their fields. */
export function plainMapping(
  kind: ImportKind,
  fields: string[],
  rest: Partial<Mapping> = {},
): Mapping {
  return {
    kind,
    source: 'csv',
    columns: Object.fromEntries(fields.map((field) => [field, field])),
    constants: {},
    values: {},
    formats: {},
    attributes: [],
    currency: 'EUR',
    ...rest,
  }
}
