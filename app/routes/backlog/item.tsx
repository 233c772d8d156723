import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { Ellipsis, Link as LinkIcon } from 'lucide-react'

import { ItemActions } from '#app/components/items/item-actions.tsx'
import { ItemFigures } from '#app/components/items/item-figures.tsx'
import { ItemMeta } from '#app/components/items/item-meta.tsx'
import { ItemTabBody } from '#app/components/items/item-tab-body.tsx'
import { ItemTabs } from '#app/components/items/item-tabs.tsx'
import { Waiting } from '#app/components/items/waiting.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { IconLink } from '#app/components/ui/icon-button.tsx'
import { Menu } from '#app/components/ui/menu.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { getItem } from '#app/domain/items/get-item.server.ts'
import { getItemTab } from '#app/domain/items/get-item-tab.server.ts'
import { readShown, readTab } from '#app/domain/items/item-page.ts'
import { rankText } from '#app/domain/items/words.ts'
import { dayIn, getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { changeParams } from '#app/lib/search-params.ts'

export { revalidateUnlessRefused as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.item.title} · Causeway` : 'Causeway' },
]

/** The open row of the backlog, beside it and at its own address. */
export const loader = privateLoader('read', async (ctx, { params, request }) => {
  const { search, searchParams } = new URL(request.url)
  const item = await getItem(ctx, idParam(params['id'], 'This item'))
  if (item.mergedIntoId !== null) throw redirect(`/backlog/items/${item.mergedIntoId}${search}`)
  const [content, organisation] = await Promise.all([
    getItemTab(ctx, item, readTab(searchParams.get('tab')), readShown(searchParams.get('shown'))),
    getOrganisation(ctx),
  ])
  return {
    item,
    content,
    currency: organisation.baseCurrency,
    today: dayIn(organisation.timeZone, ctx.now),
    now: ctx.now,
  }
})

export default function BacklogItem() {
  const { item, content, currency, today, now } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { pathname, search: query } = useLocation()
  const back = `${pathname}${query}`
  return (
    <Panel
      eyebrow={[itemKey(item.id), rankText(item)].filter((part) => part !== null).join(', ')}
      title={<span dir="auto">{item.title}</span>}
      closeHref={`/backlog${changeParams(search, { tab: null })}`}
      actions={
        <>
          <IconLink
            to={`/items/${item.id}${changeParams(search, { line: null })}`}
            label={`Page of ${itemKey(item.id)}`}
            icon={<LinkIcon aria-hidden className="size-4" />}
          />
          {item.mayEdit ? (
            <Menu
              square
              align="end"
              variant="quiet"
              label="What to do"
              trigger={<Ellipsis aria-hidden className="size-4" />}
            >
              <ItemActions itemId={item.id} back={back} />
            </Menu>
          ) : null}
        </>
      }
    >
      <div className="px-5 pt-1 pb-6">
        <ItemMeta item={item} />
        <div className="mt-3">
          <ItemFigures item={item} currency={currency} today={today} />
        </div>
        <Waiting item={item} />
        <ItemTabs item={item} tab={content.tab} search={search} className="-mx-5 mb-2 px-5" />
        <ItemTabBody item={item} content={content} currency={currency} back={back} now={now} />
      </div>
    </Panel>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
