import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Download } from 'lucide-react'

import { CompareTable } from '#app/components/backlog/compare-table.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { IconLink } from '#app/components/ui/icon-button.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { TAB_LOOK } from '#app/components/ui/tabs.tsx'
import { compareBacklog } from '#app/domain/backlog/compare-backlog.server.ts'
import { parseCompareQuery, sortCompared } from '#app/domain/backlog/compare-query.ts'
import type { Comparison } from '#app/domain/scoring/peers/compare.ts'
import { PEER_IDS, PEERS, type PeerId } from '#app/domain/scoring/peers/peers.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { decimalText } from '#app/lib/numbers.ts'
import { changeParams } from '#app/lib/search-params.ts'

export const meta: MetaFunction = () => [{ title: 'Beside other formulas · Causeway' }]

/** Rows of the page; the file has all. */
const MOST_ROWS = 200

/** Our order of the backlog beside that of another tool's formula. */
export const loader = privateLoader('revenue.read', async (ctx, { request }) => {
  const { line, peer, sort } = parseCompareQuery(new URL(request.url).searchParams)
  const { items, ...comparison } = await compareBacklog(ctx, line, peer)
  return {
    ...comparison,
    peer,
    sort,
    total: items.length,
    items: sortCompared(items, sort).slice(0, MOST_ROWS),
  }
})

export default function Compare() {
  const {
    items,
    total,
    line,
    peer: id,
    sort,
    currency,
    ...comparison
  } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const peer = PEERS[id]
  const backlogHref = `/backlog${line === null ? '' : `?line=${line.slug}`}`
  return (
    <ListScreen
      header={
        <PageHeader
          title="Beside other formulas"
          aside={line === null ? null : <span className="text-small text-muted">{line.name}</span>}
          actions={
            <>
              <IconLink
                variant="default"
                reloadDocument
                to={`/backlog/compare.csv?${search}`}
                label="Download as CSV"
                icon={<Download aria-hidden className="size-4" />}
              />
              <ButtonLink to={backlogHref}>To the backlog</ButtonLink>
            </>
          }
        />
      }
      toolbar={<PeerTabs current={id} search={search} />}
      footer={
        <Agreement name={peer.name} shown={items.length} total={total} comparison={comparison} />
      }
    >
      {items.length === 0 ? (
        <EmptyState
          title="Nothing to compare"
          action={<ButtonLink to={backlogHref}>To the backlog</ButtonLink>}
        >
          As soon as there are ranked items, their order stands here beside the one that {peer.name}{' '}
          would give them.
        </EmptyState>
      ) : (
        <>
          <HowItCounts id={id} />
          <CompareTable rows={items} peer={peer} currency={currency} sort={sort} search={search} />
        </>
      )}
    </ListScreen>
  )
}

function PeerTabs({ current, search }: { current: PeerId; search: URLSearchParams }) {
  return (
    <nav
      aria-label="Formulas"
      className="-mb-px flex min-w-0 [scrollbar-width:none] items-center gap-4 self-end overflow-x-auto"
    >
      {PEER_IDS.map((id) => (
        <Link
          key={id}
          to={changeParams(search, { peer: id })}
          aria-current={id === current ? 'page' : undefined}
          className={TAB_LOOK}
        >
          {PEERS[id].name}
        </Link>
      ))}
    </nav>
  )
}

function HowItCounts({ id }: { id: PeerId }) {
  const { name, formula, mapping } = PEERS[id]
  return (
    <Disclosure
      className="px-4 py-1.5"
      summary={
        <span className="min-w-0">
          <b className="font-strong text-text">{name}</b>: {formula}
        </span>
      }
    >
      <ul className="max-w-prose list-disc py-1 pl-9 text-small text-muted">
        {mapping.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>
          Why names the factor that the formula leaves out and that is furthest from usual here
        </li>
      </ul>
    </Disclosure>
  )
}

function Agreement({
  name,
  shown,
  total,
  comparison: { spearman, shared },
}: {
  name: string
  shown: number
  total: number
  comparison: Pick<Comparison, 'spearman' | 'shared'>
}) {
  const tops = shared.filter(({ of }, i) => of > 0 && of !== shared[i - 1]?.of)
  return (
    <>
      <b>{total} items</b>
      {shown < total ? <span>· the first {shown} here, all in the file</span> : null}
      {tops.map(({ of, both }) => (
        <span key={of}>
          · {both} of our first {of} are among the first {of} of {name}
        </span>
      ))}
      {spearman === null ? null : (
        <span title="1 is the same order, 0 no relation, −1 the reverse">
          · rank correlation (Spearman) {decimalText(spearman, 2)}
        </span>
      )}
    </>
  )
}
