import type { PlanRates } from '#app/domain/money.ts'
import type { CsvProblem, CsvRow } from '#app/lib/csv/rows.ts'
import { BUILD } from './build.ts'
import { readCell } from './cells.ts'
import type { Cell, CellContext } from './cells.ts'
import { field } from './field.ts'
import type { Field } from './field.ts'
import { FIELDS } from './fields.ts'
import type { AttributeColumn, Mapping } from './mapping.ts'
import { importedRecord } from './records.ts'
import type { ImportedRecord } from './records.ts'
import { RowContext } from './row-context.ts'
import type { RowProblem, Values } from './row-context.ts'

export type RowResult =
  /** `large`: amounts above a billion in base units, which somebody has to confirm. */
  { ok: true; record: ImportedRecord; large: RowProblem[] } | { ok: false; problems: RowProblem[] }

export type RowOptions = {
  rates: PlanRates
  /** IANA zone for moments that name none. */
  timeZone: string
}

type Reader = { field: Field; column: string | null; read: (row: CsvRow) => Cell }

/**
 * A function from rows of text to typed records by `mapping`, which must have passed `checkMapping`.
 * Every problem of a row is told, not only the first.
 */
export function createRowParser(mapping: Mapping, options: RowOptions): (row: CsvRow) => RowResult {
  const readers = FIELDS[mapping.kind].flatMap((known) => readerOf(known, mapping, options))
  const attributes = mapping.attributes.map((attribute) =>
    attributeReader(attribute, mapping, options),
  )
  const mapped = new Set([...readers, ...attributes].map(({ column }) => column))

  return (row) => {
    const problems = row.problems
      .filter(({ column }) => column === null || mapped.has(column))
      .map(toProblem)
    const values = readAll(readers, row, problems)
    const custom = readAll(attributes, row, problems)
    if (values.is_deleted === true) {
      return { ok: false, problems: [{ column: null, message: 'It is deleted in the source.' }] }
    }
    if (problems.length > 0) return { ok: false, problems }
    const context = new RowContext(mapping, options.rates, values)
    const built = BUILD[mapping.kind](context, custom)
    if (context.problems.length > 0) return { ok: false, problems: context.problems }
    const record = importedRecord.parse({ kind: mapping.kind, row: built })
    return { ok: true, record, large: context.large }
  }
}

function readerOf(known: Field, mapping: Mapping, options: RowOptions): Reader[] {
  const column = mapping.columns[known.key] ?? null
  const constant = mapping.constants[known.key]
  if (column === null && constant === undefined) return []
  const context = contextOf(column, mapping, options, known.key)
  const fixed = constant === undefined ? null : readCell(known, constant, context)
  const read = (row: CsvRow): Cell => {
    const cell = column === null ? null : readCell(known, row.cells[column] ?? '', context)
    if (cell) return cell
    if (!fixed && known.required) return { problem: `${known.label} is empty.` }
    return fixed
  }
  return [{ field: known, column, read }]
}

function attributeReader(
  attribute: AttributeColumn,
  mapping: Mapping,
  options: RowOptions,
): Reader {
  const { key, column, type } = attribute
  const plain = field(key, column, type, '', { max: 500 })
  const context = contextOf(column, mapping, options, key)
  return { field: plain, column, read: (row) => readCell(plain, row.cells[column] ?? '', context) }
}

function contextOf(
  column: string | null,
  mapping: Mapping,
  options: RowOptions,
  key: string,
): CellContext {
  return {
    format: (column === null ? undefined : mapping.formats[column]) ?? {},
    values: mapping.values[key],
    timeZone: options.timeZone,
  }
}

function readAll(readers: readonly Reader[], row: CsvRow, problems: RowProblem[]): Values {
  const values: Record<string, unknown> = {}
  for (const { field, column, read } of readers) {
    const cell = read(row)
    if (cell && 'problem' in cell) problems.push({ column, message: cell.problem })
    else if (cell) values[field.key] = cell.value
  }
  return values
}

function toProblem(problem: CsvProblem): RowProblem {
  const { column } = problem
  switch (problem.kind) {
    case 'nul':
      return { column, message: 'This holds a NUL character, which no text may hold.' }
    case 'unreadable':
      return { column, message: 'This has characters that cannot be read (�). Mend them.' }
    case 'ragged':
      return {
        column,
        message: `The row has ${problem.found} cells where the header has ${problem.expected}. A delimiter or a quote is missing or too many.`,
      }
  }
}
