import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { OddsTable } from '#app/components/items/odds-table.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { SearchField } from '#app/components/ui/search-field.tsx'
import { findOdds, listOddsAround } from '#app/domain/items/list-odds.server.ts'
import { rankText } from '#app/domain/items/words.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { loadItem } from './subject.server.ts'

export const meta: MetaFunction = () => [{ title: 'How sure is its place · Causeway' }]

/** Places above and below the item that are held against it. */
const AROUND = 10

/** With `q` the items that it names, in any product line; without, those around the item in its own. */
export const loader = privateLoader('read', async (ctx, args: LoaderFunctionArgs) => {
  const item = await loadItem(ctx, args)
  const find = (new URL(args.request.url).searchParams.get('q') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  const { rank } = item
  if (rank === null) return { item, find, odds: [] }
  const odds =
    find === ''
      ? await listOddsAround(ctx, { ...item, rank }, AROUND)
      : await findOdds(ctx, item.id, find)
  return { item, find, odds }
})

export default function OddsPage() {
  const { item, find, odds } = useLoaderData<typeof loader>()
  const ranked = item.rank !== null
  return (
    <>
      <PageHeader
        title="How sure is its place"
        aside={
          <span className="text-muted">
            {[itemKey(item.id), rankText(item)].filter((part) => part !== null).join(', ')}
          </span>
        }
      />
      <PageBody>
        <p className="mb-3 max-w-[66ch]">
          <Link to={`/items/${item.id}`} dir="auto" className="font-strong hover:underline">
            {item.title}
          </Link>
          <span className="block text-muted">
            Importance, health and cost are estimates. This is how likely the order of two items is
            the true one, with what both depend on left out. From 80 % on the order is supported.
          </span>
        </p>
        {ranked ? (
          <>
            <SearchField
              label="Against another item: words of its title, or ITEM-17"
              defaultValue={find}
              className="mb-3 max-w-[440px]"
            />
            <Found item={item} find={find} odds={odds} />
          </>
        ) : (
          <EmptyState title="It has no rank">
            Only an open item that is ranked by its score has a place to be sure of.
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Found({ item, find, odds }: Pick<Loaded, 'item' | 'find' | 'odds'>) {
  if (odds.length > 0) return <OddsTable item={item} odds={odds} />
  return find === '' ? (
    <EmptyState title={`It is the only ranked item in ${item.line}`}>
      Search to hold it against one of another product line.
    </EmptyState>
  ) : (
    <EmptyState title="No ranked item is called that">
      Items that are shipped, declined or in a lane of their own have no rank.
    </EmptyState>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
