import { stringify } from 'csv-stringify/sync'

import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

/** `GET /publications/:id/backlog.csv`: the published table; columns of money only for who may see revenue. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const { number, lineSlug, view } = await getPublication(
    ctx,
    idParam(params['id'], 'The publication'),
  )
  const money = view.totals.arrAtRisk !== null
  const base = view.currency.toLowerCase()
  const whole = (amount: number | null) => (amount === null ? null : Math.round(amount))
  const head = [
    ...['rank', 'id', 'title', 'type', 'area', 'lane', 'status', 'ships_on', 'cost_weeks'],
    ...(money ? [`score_${base}`, `arr_at_risk_${base}`, `can_save_${base}`] : []),
    ...['accounts', 'account_names'],
  ]
  const body = view.items.map((item) => [
    item.rank,
    itemKey(item.itemId),
    item.title,
    item.type,
    item.area,
    item.lane,
    item.horizon ?? item.status,
    item.shipQuarter ?? item.shipsOn,
    item.costMean.toFixed(2),
    ...(money ? [whole(item.score), whole(item.arrAtRisk), whole(item.canSave)] : []),
    item.accounts,
    item.accountNames?.join('; '),
  ])
  return new Response(stringify([head, ...body], { bom: true, escape_formulas: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${lineSlug}-no-${number}.csv"`,
    },
  })
})
