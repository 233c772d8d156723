import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { AccountCard } from '#app/components/accounts/account-card.tsx'
import { RequestAsks } from '#app/components/requests/request-asks.tsx'
import { RequestFacts } from '#app/components/requests/request-facts.tsx'
import { RequestHistory } from '#app/components/requests/request-history.tsx'
import { RequestStateBadge } from '#app/components/requests/request-state.tsx'
import { RouteError } from '#app/components/route-error.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { getAccountSummary } from '#app/domain/accounts/account-summaries.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { getHistory } from '#app/domain/requests/get-history.server.ts'
import { getRequest } from '#app/domain/requests/get-request.server.ts'
import { lastNo, lastQuestion } from '#app/domain/requests/history-entry.ts'
import { markRead } from '#app/domain/requests/unread.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? requestKey(data.request.id) : 'Request'} · Causeway` },
]

export const loader = privateLoader('read', async (ctx, args: LoaderFunctionArgs) => {
  const request = await getRequest(ctx, idParam(args.params['id'], 'This request'))
  const [account, history, today] = await Promise.all([
    getAccountSummary(ctx, request.account.id),
    getHistory(ctx, { ...request, itemId: request.item?.id ?? null }),
    getToday(ctx),
    markRead(ctx, request.id),
  ])
  const submitted = new URL(args.request.url).searchParams.has('submitted')
  return { request, account, history, today, now: ctx.now, submitted }
})

export default function RequestPage() {
  const { request, account, history, today, now, submitted } = useLoaderData<typeof loader>()
  const { contactName, contactRole, open } = request
  const who = [contactName, contactRole].filter(Boolean).join(', ')
  return (
    <>
      <PageHeader
        title={<span dir="auto">{request.title}</span>}
        aside={
          <>
            <span className="text-muted">{requestKey(request.id)}</span>
            <RequestStateBadge state={request.state} />
          </>
        }
        actions={
          <>
            {open.edit ? <ButtonLink to={`/requests/${request.id}/edit`}>Edit</ButtonLink> : null}
            {open.triage ? <ButtonLink to={`/triage/${request.id}`}>Triage</ButtonLink> : null}
          </>
        }
      />
      <PageBody className="gap-x-10 xl:grid xl:grid-cols-[minmax(0,72ch)_minmax(0,420px)] xl:grid-rows-[auto_1fr]">
        <div className="max-w-prose">
          {submitted ? <Submitted id={request.id} /> : null}
          <RequestAsks request={request} question={lastQuestion(history)} no={lastNo(history)} />
          <blockquote
            dir="auto"
            className="mt-3 text-head wrap-anywhere whitespace-pre-wrap"
            cite={request.evidenceUrl ?? undefined}
          >
            {request.body}
          </blockquote>
          <p className="mt-1 text-muted">
            {who ? `${who}, to ` : 'Taken down by '}
            {request.submitter.name}
          </p>
        </div>
        <div className="max-w-prose pt-4 xl:row-span-2 xl:pt-3">
          <AccountCard account={account} today={today} />
          <Section title="What is known">
            <RequestFacts request={request} now={now} />
          </Section>
        </div>
        <Section title="What happened" className="max-w-prose">
          <RequestHistory request={request} entries={history} now={now} />
        </Section>
      </PageBody>
    </>
  )
}

function Submitted({ id }: { id: number }) {
  return (
    <Callout
      className="mb-3"
      live
      action={
        <Link to="/requests/new" className="shrink-0 text-accent hover:underline">
          Submit another
        </Link>
      }
    >
      {requestKey(id)} is in triage. You find it under <Link to="/my-requests">My requests</Link>.
    </Callout>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
