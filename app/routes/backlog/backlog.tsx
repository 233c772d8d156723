import { redirect, type MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams } from '@remix-run/react'
import { ArrowLeftRight, Download, Plus } from 'lucide-react'

import { may } from '#app/auth/permissions.ts'
import { FilterChips, FilterMenu } from '#app/components/backlog/backlog-filters.tsx'
import { BacklogTable } from '#app/components/backlog/backlog-table.tsx'
import { BacklogTotals } from '#app/components/backlog/backlog-totals.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { ViewTabs } from '#app/components/backlog/view-tabs.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { IconLink } from '#app/components/ui/icon-button.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { NARROW_COLUMNS } from '#app/domain/backlog/columns.ts'
import { parseBacklogFilters, viewQuery } from '#app/domain/backlog/filters.ts'
import { getBacklog } from '#app/domain/backlog/get-backlog.server.ts'
import { getFilterOptions } from '#app/domain/backlog/get-filter-options.server.ts'
import { BACKLOG_PAGE } from '#app/domain/backlog/list-backlog.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { changeParams } from '#app/lib/search-params.ts'

import { numberAccount } from './named-account.server.ts'
import { removedView, RemovedView, useFilterParams } from './removed-view.tsx'
import { useOpenItem } from './use-open-item.ts'

export const meta: MetaFunction = () => [{ title: 'Backlog · Causeway' }]

export const loader = privateLoader('read', async (ctx, { request }) => {
  const url = new URL(request.url)
  const noAccount = await numberAccount(ctx, url)
  const filters = parseBacklogFilters(url.searchParams)
  const backlog = await getBacklog(ctx, filters)
  const pages = Math.ceil(backlog.total / BACKLOG_PAGE)
  if (filters.page > Math.max(1, pages)) {
    throw redirect(`${url.pathname}${changeParams(url.searchParams, { page: null })}`)
  }
  const options = await getFilterOptions(ctx, {
    lineId: backlog.line?.id ?? null,
    accountId: filters.account,
  })
  return {
    ...backlog,
    filters,
    options,
    noAccount,
    view: viewQuery(url.searchParams),
    removed: removedView(url.searchParams, options.views),
    pages,
    mayPublish: may(ctx.actor, 'backlog.publish'),
    mayMake: may(ctx.actor, 'item.edit'),
    mayTriage: may(ctx.actor, 'request.triage'),
  }
})

export default function Backlog() {
  const { line, filters, options, rows, pages, mayPublish, mayMake, mayTriage, ...backlog } =
    useLoaderData<typeof loader>()
  const search = useFilterParams()
  const isOpen = useParams().id !== undefined
  const openId = useOpenItem()
  const page = (to: number) => `/backlog${changeParams(search, { page: to === 1 ? null : to })}`
  return (
    <ListScreen
      header={
        <PageHeader
          title="Backlog"
          aside={line === null ? null : <span className="text-small text-muted">{line.name}</span>}
          actions={
            <>
              {mayMake ? (
                <IconLink
                  variant="default"
                  to={`/items/new${line === null ? '' : `?line=${line.slug}`}`}
                  label="New item"
                  icon={<Plus aria-hidden className="size-4" />}
                />
              ) : null}
              {backlog.money ? (
                <IconLink
                  variant="default"
                  to={`/backlog/compare${line === null ? '' : `?line=${line.slug}`}`}
                  label="Beside other formulas"
                  icon={<ArrowLeftRight aria-hidden className="size-4" />}
                />
              ) : null}
              <IconLink
                variant="default"
                reloadDocument
                to={`/backlog/export.csv?${search}`}
                label="Download as CSV"
                icon={<Download aria-hidden className="size-4" />}
              />
              {mayPublish ? (
                <ButtonLink
                  variant="primary"
                  to={`/publications/new${line === null ? '' : `?line=${line.slug}`}`}
                >
                  {line === null ? 'Publish' : `Publish no. ${(backlog.lastNumber ?? 0) + 1}`}
                </ButtonLink>
              ) : null}
            </>
          }
        />
      }
      toolbar={
        <>
          <ViewTabs own={options.views} query={backlog.view} line={line?.slug ?? ''} />
          <span className="flex-1" />
          <FilterChips filters={filters} options={options} search={search} />
          <FilterMenu filters={filters} options={options} search={search} money={backlog.money} />
        </>
      }
      footer={
        <>
          {backlog.totals === null ? (
            <b>{backlog.total} items</b>
          ) : (
            <BacklogTotals
              totals={backlog.totals}
              items={backlog.total}
              currency={backlog.currency}
            />
          )}
          {pages > 1 ? (
            <Pagination
              previousHref={filters.page > 1 ? page(filters.page - 1) : null}
              nextHref={filters.page < pages ? page(filters.page + 1) : null}
            >
              Page {filters.page} of {pages}
            </Pagination>
          ) : null}
        </>
      }
      panel={openId !== null && isOpen ? <Outlet /> : undefined}
      pendingPanel={openId === null || isOpen ? undefined : <Opening id={openId} rows={rows} />}
    >
      {backlog.removed === null ? null : (
        <RemovedView name={backlog.removed} query={backlog.view} line={line?.slug ?? ''} />
      )}
      {backlog.noAccount !== null ? (
        <EmptyState title={backlog.noAccount} />
      ) : rows.length === 0 ? (
        <Nothing filtered={search.size > (search.has('line') ? 1 : 0)} mayTriage={mayTriage} />
      ) : (
        <BacklogTable
          rows={rows}
          columns={
            openId === null
              ? backlog.columns
              : backlog.columns.filter((column) => NARROW_COLUMNS.includes(column))
          }
          filters={filters}
          search={search}
          currency={backlog.currency}
          today={backlog.today}
          since={backlog.lastNumber}
          openId={openId}
        />
      )}
    </ListScreen>
  )
}

/** What the list knows of an item whose panel is on its way. */
function Opening({ id, rows }: { id: number; rows: readonly { id: number; title: string }[] }) {
  return (
    <Panel
      eyebrow={itemKey(id)}
      title={<span dir="auto">{rows.find((row) => row.id === id)?.title}</span>}
      closeHref={`/backlog${changeParams(useFilterParams(), {})}`}
    />
  )
}

function Nothing({ filtered, mayTriage }: { filtered: boolean; mayTriage: boolean }) {
  return filtered ? (
    <EmptyState
      title="No item fits these filters"
      action={<ButtonLink to="/backlog">Show all open items</ButtonLink>}
    >
      Take a filter off, or look at all open items.
    </EmptyState>
  ) : (
    <EmptyState
      title="The backlog is empty"
      action={mayTriage ? <ButtonLink to="/triage">Go to triage</ButtonLink> : null}
    >
      Items come from requests: a CSM submits one, a PM links it to an item in triage, and the item
      is ranked here by the ARR it can save.
    </EmptyState>
  )
}
