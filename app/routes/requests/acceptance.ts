import { redirect } from '@remix-run/node'

import { acceptNo } from '#app/domain/requests/accept-no.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', ({ id }) => `/requests/${id}`)

/** `POST /requests/:id/acceptance`: the customer accepts the no. */
export const action = privateAction('request.reply', async (ctx, args) => {
  const id = idParam(args.params['id'], 'This request')
  await acceptNo(ctx, id)
  return redirect(`/requests/${id}`)
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
