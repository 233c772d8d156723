import { stringify } from 'csv-stringify/sync'
import { and, asc, eq, gt } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { importRows } from '#db/schema/imports.ts'

import { fetchImport } from './import-record.server.ts'
import { ADDED_COLUMNS, guardCell } from './wrong-file.ts'

const PAGE = 500

/**
 * The wrong rows with their columns as they stood, and behind them the line and what is wrong: a file to mend and import
 * again, which no spreadsheet finds a formula in. In pieces of CSV text, so that it may be long.
 */
export async function writeWrongRows(
  ctx: Context,
  importId: number,
): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
  authorize(ctx, 'import.run')
  const { settings, fileName } = await fetchImport(ctx, importId)
  const name = fileName.replace(/\.[^.]*$/, '').replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
  return { fileName: `${name}-wrong-rows.csv`, pieces: pieces(ctx, importId, settings.columns) }
}

async function* pieces(
  { db }: Context,
  importId: number,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield stringify([[...columns.map(guardCell), ...ADDED_COLUMNS]], { bom: true })
  for (let after = 0; ;) {
    const rows = await db
      .select({
        row: importRows.row,
        line: importRows.line,
        cells: importRows.cells,
        problems: importRows.problems,
      })
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, importId),
          eq(importRows.outcome, 'wrong'),
          gt(importRows.row, after),
        ),
      )
      .orderBy(asc(importRows.row))
      .limit(PAGE)
    const last = rows.at(-1)
    if (!last) return
    yield stringify(
      rows.map(({ line, cells, problems }) => [
        ...columns.map((column) => guardCell(cells?.[column] ?? '')),
        line,
        guardCell(
          problems
            .map(({ column, message }) => (column ? `${column}: ${message}` : message))
            .join(' '),
        ),
      ]),
    )
    after = last.row
  }
}
