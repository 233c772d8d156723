import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

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

export default function TriageRequest() {
  const pane = useLoaderData<typeof loader>()
  return <RequestPane key={pane.request.id} pane={pane} />
}
