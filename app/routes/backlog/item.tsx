import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'

import { RankTrend } from '#app/components/charts/rank-trend.tsx'
import { ItemFigures } from '#app/components/items/item-figures.tsx'
import { ReceiptView } from '#app/components/items/receipt-view.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { getRankedItem } from '#app/domain/backlog/get-ranked-item.server.ts'
import { getReceipt } from '#app/domain/backlog/get-receipt.server.ts'
import { getScoreHistory } from '#app/domain/backlog/history.server.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { TYPE_LABELS } from '#app/domain/triage/words.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.item.title} · Causeway` : 'Causeway' },
]

/** The open row of the backlog, beside it and at its own address. */
export const loader = privateLoader('read', async (ctx, { params }) => {
  const id = idParam(params['id'], 'The item')
  const item = await getRankedItem(ctx, id)
  const [receipt, history, organisation] = await Promise.all([
    item.money ? getReceipt(ctx, id) : null,
    getScoreHistory(ctx, id),
    getOrganisation(ctx),
  ])
  return {
    item,
    receipt: receipt?.receipt ?? null,
    trend: history.flatMap(({ day, rank }) => (rank === null ? [] : [{ date: day, rank }])),
    currency: organisation.baseCurrency,
    today: dayIn(organisation.timeZone, ctx.now),
  }
})

export default function BacklogItem() {
  const { item, receipt, trend, currency, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const query = search.toString()
  return (
    <Panel
      eyebrow={`${itemKey(item.id)}${item.rank === null ? '' : `, rank ${item.rank} in ${item.line}`}`}
      title={item.title}
      closeHref={`/backlog${query ? `?${query}` : ''}`}
      actions={
        <ButtonLink size="small" variant="quiet" to={`/items/${item.id}`}>
          Open
        </ButtonLink>
      }
    >
      <div className="space-y-3 px-5 pt-0.5 pb-6">
        <p className="flex flex-wrap items-center gap-x-3 text-small text-muted">
          <StatusDisc status={item.status} horizon={item.horizon} />
          {item.area === null ? null : <span>{item.area}</span>}
          <span>{TYPE_LABELS[item.type]}</span>
          {item.owner === null ? null : (
            <span className="inline-flex items-center gap-1">
              <Avatar decorative name={item.owner} /> {item.owner}
            </span>
          )}
        </p>
        <ItemFigures item={item} currency={currency} today={today} />
        {item.waiting === 0 ? null : (
          <p className="text-small text-muted">
            <Link to="/triage" className="underline">
              {item.waiting} waiting
            </Link>{' '}
            for triage to confirm
          </p>
        )}
        {receipt === null ? null : <ReceiptView receipt={receipt} currency={currency} />}
        {trend.length === 0 ? null : (
          <section className="border-t pt-2">
            <h2>Rank over time</h2>
            <RankTrend points={trend} />
          </section>
        )}
      </div>
    </Panel>
  )
}
