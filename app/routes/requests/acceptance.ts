import { redirect } from '@remix-run/node'

import { acceptNo } from '#app/domain/requests/accept-no.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { requestIdOf } from './request-id.server.ts'

/** `POST /requests/:id/acceptance`: the customer accepts the no. */
export const action = privateAction('request.reply', async (ctx, args) => {
  const id = requestIdOf(args)
  await acceptNo(ctx, id)
  return redirect(`/requests/${id}`)
})
