import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react'

import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { loadPane } from './load-pane.server.ts'
import { RequestPane } from './request-pane.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${requestKey(data.request.id)} · Triage · Causeway` : 'Triage · Causeway' },
]

export const loader = privateLoader('request.triage', (ctx, { request, params }) =>
  loadPane(ctx, idParam(params['id'], 'The request'), request),
)

/** Whoever was too late sees what the other one did, beside what they wrote themselves. */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate
}

export default function TriageRequest() {
  const pane = useLoaderData<typeof loader>()
  return <RequestPane key={pane.request.id} pane={pane} />
}
