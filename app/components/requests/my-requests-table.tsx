import { Link } from '@remix-run/react'

import { TimeText } from '#app/components/date-text.tsx'
import { StatusDisc, statusWord } from '#app/components/status-disc.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { DECLINE_LABELS } from '#app/domain/requests/labels.ts'
import type { LastDecision, MyRequest } from '#app/domain/requests/my-request.ts'
import { ASK_LABELS } from '#app/domain/requests/words.ts'
import { itemKey, requestKey } from '#app/lib/readable-id.ts'

import { ClaimTick } from './confirm-claims.tsx'
import { RequestStateBadge } from './request-state.tsx'

/** A CSM's requests: where each stands, what was decided last, and what is asked. */
export function MyRequestsTable({ requests, now }: { requests: readonly MyRequest[]; now: Date }) {
  return (
    <Table caption="My requests" fixed>
      <THead>
        <Th className="w-[30%]">Request</Th>
        <Th className="w-[13%]">Account</Th>
        <Th className="w-40">State</Th>
        <Th className="w-28 xl:w-46">Item and rank</Th>
        <Th>Last decision</Th>
      </THead>
      <TBody>
        {requests.map((request) => (
          <Row key={request.id} request={request} now={now} />
        ))}
      </TBody>
    </Table>
  )
}

function Row({ request, now }: { request: MyRequest; now: Date }) {
  const href = `/requests/${request.id}`
  const { item, lastDecision, asks } = request
  return (
    <Tr href={href}>
      <Td card="title" title={request.title} strong={request.unread}>
        <ClaimTick request={request} />
        {request.unread ? (
          <span className="mr-1.5 inline-block size-2 rounded-full bg-accent align-middle">
            <span className="sr-only">Unread.</span>
          </span>
        ) : null}
        <span className="mr-1.5 font-regular text-faint">{requestKey(request.id)}</span>
        <Link to={href} className="hover:underline">
          <span dir="auto">{request.title}</span>
        </Link>
      </Td>
      <Td title={request.accountName}>{request.accountName}</Td>
      <Td>
        {asks.length > 0 ? (
          <Badge tone="watch" title={asks.map((ask) => ASK_LABELS[ask]).join('. ')}>
            {ASK_LABELS[asks[0] ?? 'reply']}
          </Badge>
        ) : (
          <RequestStateBadge state={request.state} />
        )}
      </Td>
      <Td title={item ? `${item.title}, ${statusWord(item.status, item.horizon)}` : undefined}>
        {item ? (
          <>
            <Link to={`/items/${item.id}`} className="hover:underline">
              {itemKey(item.id)}
            </Link>{' '}
            {item.rank === null ? null : <b>#{item.rank}</b>}{' '}
            <span className="md:max-xl:hidden">
              <StatusDisc status={item.status} horizon={item.horizon} />
            </span>
          </>
        ) : null}
      </Td>
      <Td title={lastDecision ? sentence(lastDecision) : undefined}>
        {lastDecision ? (
          <>
            {lastDecision.what}, <TimeText at={lastDecision.at} now={now} />
            <span className="text-muted"> {reason(lastDecision)}</span>
          </>
        ) : (
          <span className="text-muted">
            submitted <TimeText at={request.createdAt} now={now} />
          </span>
        )}
      </Td>
    </Tr>
  )
}

/** `Against our direction. We will not host on premises.` */
function reason({ reasonCode, words }: LastDecision): string {
  return [reasonCode && `${DECLINE_LABELS[reasonCode]}.`, words].filter(Boolean).join(' ')
}

/** All of it, for who points at it. */
function sentence(decision: LastDecision): string {
  return `${decision.what} by ${decision.by ?? 'somebody'}. ${reason(decision)}`.trim()
}
