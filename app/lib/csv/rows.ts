import type { Delimiter } from './delimiter.ts'
import type { Encoding } from './encoding.ts'
import { columnNames } from './header.ts'
import type { HeaderChoice } from './header.ts'
import { CsvError, readRecords } from './read.ts'
import type { CsvRecord } from './read.ts'

export type CsvFormat = HeaderChoice & { encoding: Encoding; delimiter: Delimiter }

/** What is wrong with a row as text; `column` is null when it concerns the row. */
export type CsvProblem =
  | { kind: 'nul'; column: string }
  | { kind: 'unreadable'; column: string }
  | { kind: 'ragged'; column: null; expected: number; found: number }

/** A row of data: `row` counts from 1, `line` is where it begins in the file. */
export type CsvRow = {
  kind: 'row'
  row: number
  line: number
  cells: Record<string, string>
  problems: CsvProblem[]
}

/** A line under the data that is none: a total, a copyright, how the report was made. */
export type CsvFooter = { kind: 'footer'; line: number; text: string }

const MAX_FOOTER = 20

/**
 * The rows under the header, blank lines left out, zero bytes taken out and told.
 * Short rows at the very end are footers; anywhere else they are ragged.
 * @throws CsvError when a quote is never closed or the header line is missing.
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  format: CsvFormat,
): AsyncGenerator<CsvRow | CsvFooter> {
  let headers: string[] | null = null
  let row = 0
  let held: CsvRecord[] = []
  const toRow = (record: CsvRecord, names: string[]) => csvRow(record, names, ++row)

  for await (const record of readRecords(chunks, format)) {
    if (record.line === format.headerLine) headers = columnNames(record.cells)
    if (record.line < format.dataLine || record.cells.every((cell) => cell === '')) continue
    if (!headers) break
    if (isFooterLike(record, headers) && held.length < MAX_FOOTER) {
      held.push(record)
      continue
    }
    for (const short of held) yield toRow(short, headers)
    held = []
    yield toRow(record, headers)
  }

  if (!headers) {
    throw new CsvError(format.headerLine, `There are no column names on line ${format.headerLine}.`)
  }
  for (const { line, cells } of held) {
    yield { kind: 'footer', line, text: cells.filter((cell) => cell !== '').join(' ') }
  }
}

/** A word or two where a row has more cells. */
function isFooterLike(record: CsvRecord, headers: readonly string[]): boolean {
  const filled = record.cells.filter((cell) => cell !== '').length
  return filled <= 2 && filled < headers.length && record.cells.length < headers.length
}

function csvRow(record: CsvRecord, headers: readonly string[], row: number): CsvRow {
  const cells: Record<string, string> = {}
  const problems: CsvProblem[] = []
  const found = record.cells.findLastIndex((cell) => cell !== '') + 1
  if (record.cells.length < headers.length || found > headers.length) {
    problems.push({
      kind: 'ragged',
      column: null,
      expected: headers.length,
      found: record.cells.length,
    })
  }
  headers.forEach((column, i) => {
    const cell = record.cells[i] ?? ''
    if (cell.includes('\0')) problems.push({ kind: 'nul', column })
    if (cell.includes('\ufffd')) problems.push({ kind: 'unreadable', column })
    cells[column] = cell.replaceAll('\0', '')
  })
  return { kind: 'row', row, line: record.line, cells, problems }
}
