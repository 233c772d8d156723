import { redirect } from '@remix-run/node'

import { seenSchema } from '#app/domain/icp/schemas.ts'
import { withdrawProposal } from '#app/domain/icp/withdraw-proposal.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', ({ id }) => `/profiles/${id}`)

/** `POST /profiles/:id/withdrawal`: closes the proposal. */
export const action = privateAction('profile.propose', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The profile')
  const { version } = await parseForm(request, seenSchema)
  await withdrawProposal(ctx, id, version)
  return redirect(`/profiles/${id}`)
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
