import { useLoaderData, useSearchParams } from '@remix-run/react'

import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { listInbox } from '#app/domain/triage/list-inbox.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { loadPane, offeredUndo } from './load-pane.server.ts'
import { OfferedUndo } from './offered-undo.tsx'
import { inboxQuery } from './query.server.ts'
import { RequestPane } from './request-pane.tsx'

/** The first request of the inbox, or what to do when there is none. */
export const loader = privateLoader('request.triage', async (ctx, { request }) => {
  const { groups } = await listInbox(ctx, await inboxQuery(ctx, request))
  const first = groups[0]?.rows[0]
  if (first) return { pane: await loadPane(ctx, first.id, request), undo: null }
  return { pane: null, undo: await offeredUndo(ctx, new URL(request.url).searchParams) }
})

export default function FirstRequest() {
  const { pane, undo } = useLoaderData<typeof loader>()
  if (pane) return <RequestPane key={pane.request.id} pane={pane} />
  return (
    <>
      <Nothing />
      {undo ? (
        <div className="flex justify-center">
          <OfferedUndo undo={undo} />
        </div>
      ) : null}
    </>
  )
}

function Nothing() {
  const [search] = useSearchParams()
  if (search.get('show') === 'waiting') {
    return (
      <EmptyState
        title="Nothing was asked back"
        action={<ButtonLink to="/triage">To decide</ButtonLink>}
      >
        A request that needs more from the customer is asked back. It waits here and comes into the
        inbox again with the CSM’s reply.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="The inbox is empty"
      action={
        <>
          <ButtonLink to="/backlog">To the backlog</ButtonLink>
          <ButtonLink to="/requests/new">New request</ButtonLink>
        </>
      }
    >
      Each new request lands here, with the items it resembles beside it. Link it, make an item of
      it, answer it or decline it, all by key; the item’s score takes it in at once.
    </EmptyState>
  )
}
