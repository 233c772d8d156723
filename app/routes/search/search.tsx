import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { RouteError } from '#app/components/route-error.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { SearchField } from '#app/components/ui/search-field.tsx'
import type { SearchAnswer, SearchResult } from '#app/domain/search/answer.ts'
import { search } from '#app/domain/search/search.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.query ? `${data.query} · Causeway` : 'Search · Causeway' },
]

/** `/search?q=`: the page, and what the command palette asks while somebody types. */
export const loader = privateLoader('read', async (ctx, { request }): Promise<SearchAnswer> => {
  const query = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 1000)
  return { query: query.trim(), results: await search(ctx, query) }
})

const KINDS: readonly (readonly [SearchResult['kind'], string])[] = [
  ['request', 'Requests'],
  ['item', 'Items'],
  ['account', 'Accounts'],
  ['person', 'People'],
]

export default function Search() {
  const { query, results } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="Search" />
      <PageBody width="prose">
        <SearchField key={query} label="Words, REQ-142 or ITEM-17" defaultValue={query} />
        {results.length > 0 ? (
          KINDS.map(([kind, word]) => (
            <Hits key={kind} title={word} hits={results.filter((hit) => hit.kind === kind)} />
          ))
        ) : query ? (
          <EmptyState title={`Nothing is called “${query.slice(0, 80)}”`}>
            Try fewer words, or a number such as REQ-142.
          </EmptyState>
        ) : (
          <EmptyState title="Search everywhere">
            Accounts, requests, items and people, by words or by number.
          </EmptyState>
        )}
      </PageBody>
    </>
  )
}

function Hits({ title, hits }: { title: string; hits: readonly SearchResult[] }) {
  if (hits.length === 0) return null
  return (
    <Section title={title}>
      <ul className="border-t">
        {hits.map((hit) => (
          <li
            key={hit.href}
            className="flex min-h-row flex-wrap items-baseline gap-x-2 border-b py-1.5 touch:min-h-touch"
          >
            {hit.id ? (
              <span className="min-w-14 shrink-0 text-small text-faint">{hit.id}</span>
            ) : null}
            <Link to={hit.href} className="min-w-0 flex-1 wrap-anywhere hover:underline">
              {hit.title}
            </Link>
            <span className="text-small text-muted max-md:w-full">{hit.detail}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
