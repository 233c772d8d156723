import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Upload } from 'lucide-react'

import { TimeText } from '#app/components/date-text.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { listImports } from '#app/domain/imports/list-imports.server.ts'
import { readRowPage } from '#app/domain/imports/row-filter.ts'
import { KIND_WORDS } from '#app/domain/imports/words.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { StateBadge } from './state-badge.tsx'

export const meta: MetaFunction = () => [{ title: 'Imports · Causeway' }]

export const loader = privateLoader('import.run', async (ctx, { request }) => {
  const { before } = readRowPage(new URL(request.url).searchParams)
  return { list: await listImports(ctx, before), now: ctx.now }
})

export default function Imports() {
  const { list, now } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <ListScreen
      header={
        <PageHeader
          title="Imports"
          actions={
            <ButtonLink
              to="/imports/new"
              variant="primary"
              icon={<Upload aria-hidden className="size-4" />}
            >
              Import a file
            </ButtonLink>
          }
        />
      }
      footer={
        search.has('before') || list.next !== null ? (
          <Pagination
            previousHref={search.has('before') ? '/imports' : null}
            nextHref={list.next === null ? null : `/imports?before=${list.next}`}
          />
        ) : null
      }
    >
      {list.rows.length > 0 ? (
        <ImportTable rows={list.rows} now={now} />
      ) : (
        <EmptyState
          title="Nothing was imported yet"
          action={
            <ButtonLink to="/imports/new" variant="primary">
              Import a file
            </ButtonLink>
          }
        >
          Accounts, contracts, opportunities and requests come in from CSV files of your CRM, your
          tracker or a spreadsheet. You see what each row would do before anything changes.
        </EmptyState>
      )}
    </ListScreen>
  )
}

type Row = Awaited<ReturnType<typeof loader>>['list']['rows'][number]

function ImportTable({ rows, now }: { rows: readonly Row[]; now: Date }) {
  const count = (n: number | undefined) => (n ? n.toLocaleString('en') : '')
  return (
    <Table caption="Imports">
      <THead>
        <Th card="title">File</Th>
        <Th>Kind</Th>
        <Th>Source</Th>
        <Th>State</Th>
        <Th numeric>Rows</Th>
        <Th numeric>New</Th>
        <Th numeric>Changed</Th>
        <Th numeric>Wrong</Th>
        <Th numeric>Aside</Th>
        <Th className="pl-4">By</Th>
        <Th>When</Th>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.id} href={`/imports/${row.id}`}>
            <Td card="title" title={row.fileName} className="max-w-80">
              <Link to={`/imports/${row.id}`} className="hover:underline">
                {row.fileName}
              </Link>
            </Td>
            <Td>{KIND_WORDS[row.kind]}</Td>
            <Td muted>{row.source}</Td>
            <Td>
              <StateBadge state={row.state} problem={row.problem} />
            </Td>
            <Td numeric label="Rows">
              {count(row.totalRows ?? undefined)}
            </Td>
            <Td numeric label="New">
              {count(row.counts.new)}
            </Td>
            <Td numeric label="Changed">
              {count(row.counts.changed)}
            </Td>
            <Td numeric label="Wrong">
              {count(row.counts.wrong)}
            </Td>
            <Td numeric label="Aside">
              {count(row.counts.aside)}
            </Td>
            <Td muted title={row.createdBy} className="max-w-40 pl-4">
              {row.createdBy}
            </Td>
            <Td muted>
              <TimeText at={row.createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
