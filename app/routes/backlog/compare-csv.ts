import { compareBacklog } from '#app/domain/backlog/compare-backlog.server.ts'
import { parseCompareQuery, sortCompared } from '#app/domain/backlog/compare-query.ts'
import { csvFile } from '#app/http/csv-file.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { roundSignificant } from '#app/lib/numbers.ts'
import { itemKey } from '#app/lib/readable-id.ts'

/** `GET /backlog/compare.csv`: what the comparison shows, with every figure of the peer's formula. */
export const loader = privateLoader('revenue.read', async (ctx, { request }) => {
  const { line, peer, sort } = parseCompareQuery(new URL(request.url).searchParams)
  const { items, currency, today } = await compareBacklog(ctx, line, peer)
  const parts =
    items[0]?.score.parts.map(({ name }) => name.toLowerCase().replaceAll(' ', '_')) ?? []
  const head = ['our_rank', 'their_rank', 'difference', 'id', 'title']
  const figures = [`our_score_${currency.toLowerCase()}`, 'their_score', ...parts, 'why']
  const rows = sortCompared(items, sort).map((row) => [
    ...[row.ours, row.theirs, row.difference, itemKey(row.id), row.title],
    ...[Math.round(row.ourScore), round(row.score.score)],
    ...row.score.parts.map(({ value }) => round(value)),
    row.reason,
  ])
  return csvFile(`backlog-beside-${peer}-${today}.csv`, [[...head, ...figures], ...rows])
})

/** Without the last digits, which are binary dust. */
function round(value: number): number {
  return roundSignificant(value, 10)
}
