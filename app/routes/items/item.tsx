import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'

import { actionHref, ItemActions } from '#app/components/items/item-actions.tsx'
import { ItemFacts } from '#app/components/items/item-facts.tsx'
import { ItemFigures } from '#app/components/items/item-figures.tsx'
import { ItemMeta } from '#app/components/items/item-meta.tsx'
import { ItemTabBody } from '#app/components/items/item-tab-body.tsx'
import { ItemTabs } from '#app/components/items/item-tabs.tsx'
import { Waiting } from '#app/components/items/waiting.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { Menu } from '#app/components/ui/menu.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getItemTab } from '#app/domain/items/get-item-tab.server.ts'
import { readShown, readTab } from '#app/domain/items/item-page.ts'
import { rankText } from '#app/domain/items/words.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { loadItem } from './subject.server.ts'

export { revalidateUnlessRefused as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.item.title} · Causeway` : 'Causeway' },
]

export const loader = privateLoader('read', async (ctx, args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams
  const item = await loadItem(ctx, args)
  const [content, organisation] = await Promise.all([
    getItemTab(ctx, item, readTab(search.get('tab')), readShown(search.get('shown'))),
    getOrganisation(ctx),
  ])
  return {
    item,
    content,
    merged: item.mergedFrom.find(({ id }) => String(id) === search.get('merged')) ?? null,
    currency: organisation.baseCurrency,
    today: dayIn(organisation.timeZone, ctx.now),
    now: ctx.now,
  }
})

export default function ItemPage() {
  const { item, content, merged, currency, today, now } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { pathname, search: query } = useLocation()
  const back = `${pathname}${query}`
  return (
    <>
      <PageHeader
        title={<span dir="auto">{item.title}</span>}
        aside={
          <span className="text-muted">
            {[itemKey(item.id), rankText(item)].filter((part) => part !== null).join(', ')}
          </span>
        }
        actions={item.mayEdit ? <Actions itemId={item.id} back={back} /> : null}
      />
      <PageBody>
        {merged === null ? null : (
          <Callout className="mb-3">
            {itemKey(merged.id)} {merged.title} is part of this item now, with all its requests.
          </Callout>
        )}
        <ItemMeta item={item} />
        <div className="mt-3 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_288px] xl:grid-cols-[minmax(0,720px)_320px]">
          <div className="min-w-0">
            <ItemFigures item={item} currency={currency} today={today} />
            <Waiting item={item} />
            <ItemTabs item={item} tab={content.tab} search={search} className="mt-1 mb-2" />
            <ItemTabBody item={item} content={content} currency={currency} back={back} now={now} />
          </div>
          <aside aria-label="About this item" className="min-w-0">
            {item.description === '' ? null : (
              <p dir="auto" className="mb-4 text-body wrap-anywhere whitespace-pre-wrap">
                {item.description}
              </p>
            )}
            <ItemFacts item={item} today={today} now={now} />
          </aside>
        </div>
      </PageBody>
    </>
  )
}

function Actions({ itemId, back }: { itemId: number; back: string }) {
  return (
    <>
      <ButtonLink to={actionHref(itemId, 'status', back)}>Status</ButtonLink>
      <ButtonLink to={actionHref(itemId, 'cost', back)}>Cost</ButtonLink>
      <Menu
        square
        align="end"
        variant="default"
        label="More"
        trigger={<Ellipsis aria-hidden className="size-4" />}
      >
        <ItemActions itemId={itemId} back={back} />
      </Menu>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
