import { redirect } from '@remix-run/node'

import { renameView, renameViewSchema } from '#app/domain/backlog/saved-views.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

import { inLine, viewHref } from './view-href.ts'

export const loader = leadsTo('read', () => '/backlog')

/** `POST /backlog/views/:id/name`: calls a view of one's own something else. */
export const action = privateAction('read', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The view')
  const schema = renameViewSchema.extend(inLine)
  return handleForm(await request.formData(), schema, async ({ name, line }) => {
    const { query } = await renameView(ctx, { id, name })
    return redirect(viewHref(query, line))
  })
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
