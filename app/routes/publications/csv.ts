import { getPublication } from '#app/domain/publications/get-publication.server.ts'
import { csvFile } from '#app/http/csv-file.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

/** `GET /publications/:id/backlog.csv`: the published table; columns of money only for who may see revenue. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const id = idParam(params['id'], 'The publication')
  const { number, lineSlug, view } = await getPublication(ctx, id)
  return csvFile(`${lineSlug}-no-${number}.csv`, tableOf(view))
})

function tableOf(view: Publication['view']) {
  const money = view.totals.arrAtRisk !== null
  const base = view.currency.toLowerCase()
  const whole = (amount: number | null) => (amount === null ? null : Math.round(amount))
  const head = [
    ...[
      'rank',
      'rank_by_score',
      'tier',
      'id',
      'title',
      'type',
      'area',
      'lane',
      'status',
      'ships_on',
      'cost_weeks',
    ],
    ...(money
      ? [
          `score_${base}`,
          `score_low_${base}`,
          `score_high_${base}`,
          `arr_at_risk_${base}`,
          `can_save_${base}`,
        ]
      : []),
    ...['accounts', 'account_names'],
  ]
  const body = view.items.map((item) => [
    item.rank,
    item.scoredRank ?? item.rank,
    item.tier,
    itemKey(item.itemId),
    item.title,
    item.type,
    item.area,
    item.lane,
    item.horizon ?? item.status,
    item.shipQuarter ?? item.shipsOn,
    item.costMean.toFixed(2),
    ...(money ? [item.score, item.low, item.high, item.arrAtRisk, item.canSave].map(whole) : []),
    item.accounts,
    item.accountNames?.join('; '),
  ])
  return [head, ...body]
}

type Publication = Awaited<ReturnType<typeof getPublication>>
