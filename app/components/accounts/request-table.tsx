import { Link } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { StatusDisc } from '#app/components/status-disc.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { RequestOnPage } from '#app/domain/accounts/account-page.ts'
import { STATE_LABELS, TYPE_LABELS } from '#app/domain/requests/labels.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

/** Everything the account asked for, and what became of it. */
export function RequestTable({ requests, now }: { requests: readonly RequestOnPage[]; now: Date }) {
  return (
    <Table caption="Requests" fixed plain>
      <THead>
        <Th className="w-18">Number</Th>
        <Th>Request</Th>
        <Th className="w-22">Importance</Th>
        <Th className="w-36">State</Th>
        <Th className="w-44 max-lg:hidden">Item</Th>
        <Th numeric className="w-26">
          Submitted
        </Th>
      </THead>
      <TBody>
        {requests.map((request) => (
          <Tr key={request.id} href={`/requests/${request.id}`}>
            <Td muted>{requestKey(request.id)}</Td>
            <Td card="title" title={`${TYPE_LABELS[request.type]}: ${request.title}`}>
              <Link to={`/requests/${request.id}`} className="hover:underline">
                {request.title}
              </Link>
            </Td>
            <Td>
              <ImportanceBars importance={request.importance} />
            </Td>
            <Td muted>{STATE_LABELS[request.state]}</Td>
            <Td title={request.item?.title} className="md:max-lg:hidden">
              {request.item ? (
                <>
                  <StatusDisc status={request.item.status} horizon={request.item.horizon} />{' '}
                  <Link to={`/items/${request.item.id}`} className="hover:underline">
                    <span className="text-muted">{itemKey(request.item.id)}</span>{' '}
                    {request.item.title}
                  </Link>
                </>
              ) : null}
            </Td>
            <Td numeric muted>
              <TimeText at={request.createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
