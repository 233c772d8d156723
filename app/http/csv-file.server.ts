import { stringify } from 'csv-stringify/sync'

/** A file of comma-separated values to be saved, which a spreadsheet opens as it is and runs no formula of. */
export function csvFile(name: string, rows: readonly (readonly unknown[])[]): Response {
  return new Response(stringify([...rows], { bom: true, escape_formulas: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
