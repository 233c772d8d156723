import { MONEY_COLUMNS, type BacklogColumn } from '#app/domain/backlog/columns.ts'
import { parseBacklogFilters } from '#app/domain/backlog/filters.ts'
import { getBacklog } from '#app/domain/backlog/get-backlog.server.ts'
import { csvFile } from '#app/http/csv-file.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

/** More than any backlog has; a file has no pages. */
const EXPORT_LIMIT = 100_000

/** `GET /backlog/export.csv`: what the table shows for these filters, in whole amounts. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const filters = parseBacklogFilters(new URL(request.url).searchParams)
  const backlog = await getBacklog(ctx, filters, EXPORT_LIMIT)
  return csvFile(`backlog-${backlog.today}.csv`, tableOf(backlog))
})

type Backlog = Awaited<ReturnType<typeof getBacklog>>

/** The cells of a column; a score comes with the ends of its interval. */
const FIELDS: Readonly<Record<BacklogColumn, (row: Backlog['rows'][number]) => unknown[]>> = {
  arr_at_risk: (row) => [whole(row.arrAtRisk)],
  can_save: (row) => [whole(row.canSave)],
  score: (row) => [row.score, row.low, row.high].map(whole),
  accounts: (row) => [row.accounts],
  cost: (row) => [row.costMean?.toFixed(2)],
  next_renewal: (row) => [row.nextRenewalOn],
  start_by: (row) => [row.startBy],
  status: (row) => [row.horizon ?? row.status],
  owner: (row) => [row.owner],
}

const headsOf = (name: BacklogColumn) =>
  name === 'score' ? ['score', 'score_low', 'score_high'] : [name]

function tableOf({ rows, columns, currency }: Pick<Backlog, 'rows' | 'columns' | 'currency'>) {
  const head = columns.flatMap((name) => {
    const unit = MONEY_COLUMNS.includes(name) ? `_${currency.toLowerCase()}` : ''
    return headsOf(name).map((one) => one + unit)
  })
  const body = rows.map((row) => [
    row.rank,
    row.tier,
    itemKey(row.id),
    row.title,
    row.line,
    ...columns.flatMap((name) => FIELDS[name](row)),
  ])
  return [['rank', 'tier', 'id', 'title', 'product_line', ...head], ...body]
}

function whole(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount)
}
