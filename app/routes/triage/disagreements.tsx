import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'

import { may } from '#app/auth/permissions.ts'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { EVIDENCE_LABELS } from '#app/domain/requests/labels.ts'
import {
  listDisagreements,
  type Disagreement,
} from '#app/domain/triage/list-disagreements.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

import { offeredUndo } from './load-pane.server.ts'
import { OfferedUndo } from './offered-undo.tsx'
import { inboxQuery } from './query.server.ts'

export const meta: MetaFunction = () => [{ title: 'Disagreements on importance · Causeway' }]

/** Where both teams see an importance differently, for everybody to read and for managers to settle. */
export const loader = privateLoader('read', async (ctx, { request }) => {
  const query = await inboxQuery(ctx, request)
  const [rows, undo] = await Promise.all([
    listDisagreements(ctx, query),
    offeredUndo(ctx, new URL(request.url).searchParams),
  ])
  return {
    rows,
    undo,
    line: query.line,
    maySettle: may(ctx.actor, 'importance.settle'),
    mayTriage: may(ctx.actor, 'request.triage'),
  }
})

export default function Disagreements() {
  const { rows, undo, line, maySettle, mayTriage } = useLoaderData<typeof loader>()
  return (
    <ListScreen
      header={
        <PageHeader
          title="Disagreements on importance"
          aside={line ? <span className="text-small text-muted">{line}</span> : null}
          actions={
            <>
              {undo ? <OfferedUndo undo={undo} /> : null}
              {mayTriage ? <ButtonLink to="/triage">To triage</ButtonLink> : null}
            </>
          }
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="Both teams agree">
          When Product sees the importance of a request differently from its CSM, the request stands
          here until a manager of either team settles it, or one of the two changes their mind.
        </EmptyState>
      ) : (
        <Table caption="Requests whose importance the teams see differently" fixed>
          <THead>
            <Th>Request</Th>
            <Th className="w-[18%]">Account</Th>
            <Th className="w-[18%]">
              <TeamDot team="cs" />
            </Th>
            <Th className="w-[18%]">
              <TeamDot team="product" />
            </Th>
            <Th className="w-[16%]">Evidence</Th>
            <Th card="hidden" className="w-18">
              Item
            </Th>
            <Th card="hidden" className="w-22">
              <span className="sr-only">Settle</span>
            </Th>
          </THead>
          <TBody>
            {rows.map((row) => (
              <Row key={row.id} row={row} maySettle={maySettle} />
            ))}
          </TBody>
        </Table>
      )}
    </ListScreen>
  )
}

function Row({ row, maySettle }: { row: Disagreement; maySettle: boolean }) {
  const [search] = useSearchParams()
  const line = search.get('line')
  const href = `/requests/${row.id}`
  return (
    <Tr href={href}>
      <Td card="title">
        <Link to={href} title={row.title} className="hover:underline">
          <span className="text-faint">{requestKey(row.id)}</span> {row.title}
        </Link>
      </Td>
      <Td title={row.accountName}>{row.accountName}</Td>
      <Td label="Customer Success" title={row.submitter}>
        <ImportanceBars importance={row.importance} />{' '}
        <span className="text-muted">{row.submitter}</span>
      </Td>
      <Td label="Product" title={row.productName ?? undefined}>
        <ImportanceBars importance={row.productImportance} />{' '}
        <span className="text-muted">{row.productName}</span>
      </Td>
      <Td label="Evidence" title={row.evidenceDoubt ?? EVIDENCE_LABELS[row.evidence]}>
        {row.evidenceDoubt === null ? (
          <span className="text-muted">{EVIDENCE_LABELS[row.evidence]}</span>
        ) : (
          <Badge tone="watch">not convincing</Badge>
        )}
      </Td>
      <Td card="hidden" muted>
        {row.itemId === null ? null : (
          <Link
            to={`/items/${row.itemId}`}
            title={row.itemTitle ?? undefined}
            className="hover:underline"
          >
            {itemKey(row.itemId)}
          </Link>
        )}
      </Td>
      <Td numeric>
        {maySettle ? (
          <ButtonLink
            size="small"
            to={`/requests/${row.id}/settlement${line ? `?line=${line}` : ''}`}
          >
            Settle
          </ButtonLink>
        ) : null}
      </Td>
    </Tr>
  )
}
