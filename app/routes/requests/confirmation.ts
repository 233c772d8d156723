import { redirect } from '@remix-run/node'

import { confirmClaim } from '#app/domain/requests/confirm-claim.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', ({ id }) => `/requests/${id}`)

/** `POST /requests/:id/confirmation`: the claim still holds. */
export const action = privateAction('request.reply', async (ctx, args) => {
  const id = idParam(args.params['id'], 'This request')
  await confirmClaim(ctx, id)
  return redirect(`/requests/${id}`)
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
