import type { MetaFunction } from '@remix-run/node'
import {
  Outlet,
  useLoaderData,
  useParams,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'

import { cx } from '#app/lib/class-names.ts'
import { listInbox } from '#app/domain/triage/list-inbox.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { InboxList } from './inbox-list.tsx'
import { inboxQuery } from './query.server.ts'

export const meta: MetaFunction = () => [{ title: 'Triage · Causeway' }]

export const loader = privateLoader('request.triage', async (ctx, { request }) => {
  const query = await inboxQuery(ctx, request)
  const inbox = await listInbox(ctx, query)
  return { ...inbox, view: query.view, line: query.line }
})

/** Opening a request, or a form beside it, moves nothing in the inbox. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  if (formMethod && formMethod !== 'GET') return true
  const same = (name: string) =>
    currentUrl.searchParams.get(name) === nextUrl.searchParams.get(name)
  return same('line') && same('show') && currentUrl.href !== nextUrl.href
    ? false
    : defaultShouldRevalidate
}

export default function Triage() {
  const inbox = useLoaderData<typeof loader>()
  const { id } = useParams()
  const first = inbox.groups[0]?.rows[0]?.id ?? null
  return (
    <div className="flex max-md:flex-col md:h-dvh">
      <InboxList inbox={inbox} openId={id === undefined ? first : Number(id)} listOnly={!id} />
      <div className={cx('min-w-0 flex-1', id === undefined && first !== null && 'max-md:hidden')}>
        <Outlet />
      </div>
    </div>
  )
}
