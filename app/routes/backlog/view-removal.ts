import { redirect } from '@remix-run/node'
import { z } from 'zod'

import { removeView } from '#app/domain/backlog/saved-views.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

import { inLine, viewHref } from './view-href.ts'

export const loader = leadsTo('read', () => '/backlog')

/** `POST /backlog/views/:id/removal`: takes a view of one's own away; its filters stay, so that it can be saved again. */
export const action = privateAction('read', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The view')
  const { line } = await parseForm(request, z.object(inLine))
  const { name, query } = await removeView(ctx, id)
  return redirect(viewHref(query, line, { removed: name }))
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
