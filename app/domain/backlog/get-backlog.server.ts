import { may } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { getOrganisation, dayIn } from '#app/domain/organisation/get-organisation.server.ts'

import { MONEY_COLUMNS } from './columns.ts'
import type { BacklogFilters } from './filters.ts'
import { listBacklog } from './list-backlog.server.ts'
import { getLastPublished } from './last-published.server.ts'
import { getBacklogTotals } from './totals.server.ts'

/** Everything the ranked table shows for these filters; no money for whoever may not see revenue. */
export async function getBacklog(ctx: Context, filters: BacklogFilters, limit?: number) {
  const [lines, { timeZone, baseCurrency }] = await Promise.all([
    listProductLines(ctx),
    getOrganisation(ctx),
  ])
  const line = lines.find(({ slug }) => slug === filters.line) ?? null
  const today = dayIn(timeZone, ctx.now)
  const money = may(ctx.actor, 'revenue.read')
  const query = { filters, lineId: line?.id ?? null, today }
  const [list, totals, published] = await Promise.all([
    listBacklog(ctx, { ...query, money, limit }),
    money ? getBacklogTotals(ctx, query) : null,
    getLastPublished(ctx, query.lineId),
  ])
  return {
    line,
    today,
    money,
    currency: baseCurrency,
    columns: filters.columns.filter((column) => money || !MONEY_COLUMNS.includes(column)),
    total: list.total,
    totals,
    lastNumber: published.number,
    rows: list.rows.map(({ lineRank, ...row }) => ({
      ...row,
      change: rankChange(lineRank, published.ranks.get(row.id), published.ranks.size > 0),
    })),
  }
}

/** Places gained in the line since it was last published. */
function rankChange(
  now: number | null,
  then: number | undefined,
  wasPublished: boolean,
): number | 'new' | null {
  if (now === null || !wasPublished) return null
  return then === undefined ? 'new' : then - now
}
