import { redirect } from '@remix-run/node'

import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { approvalSchema } from '#app/domain/icp/schemas.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', ({ id }) => `/profiles/${id}`)

/** `POST /profiles/:id/approval`: the signature of the reader's team. */
export const action = privateAction('profile.approve', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The profile')
  const { version, why } = await parseForm(request, approvalSchema)
  await approveProfile(ctx, id, version, why ?? '')
  return redirect(`/profiles/${id}`)
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
