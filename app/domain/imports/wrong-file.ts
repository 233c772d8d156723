import type { CsvFooter, CsvRow } from '#app/lib/csv/rows.ts'

/** Columns behind those of the file that the wrong rows came from; they also tell such a file when it comes back. */
export const ADDED_COLUMNS = ['Wrong on line', 'Why it is wrong'] as const

/** What a spreadsheet would take for a formula, with the quotes that already stand before it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

/**
 * A cell that no spreadsheet runs. Quotes before a formula are guarded as well, so that `dropGuard` gives back exactly what
 * was guarded, which a quote before formulas alone would not.
 */
export function guardCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

function dropGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}

function isWrongFile(columns: readonly string[]): boolean {
  return ADDED_COLUMNS.every((column, i) => columns.at(i - ADDED_COLUMNS.length) === column)
}

/** The columns that can be mapped. Of wrong rows that come back mended, those of the file that they were in. */
export function ownColumns(columns: readonly string[]): string[] {
  return isWrongFile(columns)
    ? columns.slice(0, -ADDED_COLUMNS.length).map(dropGuard)
    : [...columns]
}

/** A row with its own columns. Only in wrong rows that come back is a quote before a formula taken for our guard. */
export function ownRow(row: CsvRow): CsvRow {
  if (!isWrongFile(Object.keys(row.cells))) return row
  const cells = Object.entries(row.cells).slice(0, -ADDED_COLUMNS.length)
  return {
    ...row,
    cells: Object.fromEntries(cells.map(([column, cell]) => [dropGuard(column), dropGuard(cell)])),
  }
}

/** The same for all rows of a file. */
export async function* ownRows(
  rows: AsyncIterable<CsvRow | CsvFooter>,
): AsyncGenerator<CsvRow | CsvFooter> {
  for await (const row of rows) yield row.kind === 'row' ? ownRow(row) : row
}
