import { stringify } from 'csv-stringify/sync'

import { MONEY_COLUMNS, type BacklogColumn } from '#app/domain/backlog/columns.ts'
import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getBacklog } from '#app/domain/backlog/get-backlog.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

/** More than any backlog has; a file has no pages. */
const EXPORT_LIMIT = 100_000

/** `GET /backlog/export.csv`: what the table shows for these filters, in whole amounts. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const filters = parseBacklogFilters(new URL(request.url).searchParams)
  const { rows, columns, currency, today } = await getBacklog(ctx, filters, EXPORT_LIMIT)
  const fields: Record<BacklogColumn, (row: (typeof rows)[number]) => unknown> = {
    arr_at_risk: (row) => whole(row.arrAtRisk),
    can_save: (row) => whole(row.canSave),
    score: (row) => whole(row.score),
    accounts: (row) => row.accounts,
    cost: (row) => row.costMean?.toFixed(2),
    next_renewal: (row) => row.nextRenewalOn,
    start_by: (row) => row.startBy,
    status: (row) => row.horizon ?? row.status,
    owner: (row) => row.owner,
  }
  const money = (name: BacklogColumn) => MONEY_COLUMNS.includes(name)
  const head = columns.map((name) => (money(name) ? `${name}_${currency.toLowerCase()}` : name))
  const body = rows.map((row) => [
    row.rank,
    itemKey(row.id),
    row.title,
    row.line,
    ...columns.map((name) => fields[name](row)),
  ])
  const csv = stringify([['rank', 'id', 'title', 'product_line', ...head], ...body], {
    bom: true,
    escape_formulas: true,
  })
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="backlog-${today}.csv"`,
    },
  })
})

function whole(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount)
}
