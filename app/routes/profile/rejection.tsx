import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { DecisionPage } from '#app/components/profile/decision-page.tsx'
import { rejectProposal } from '#app/domain/icp/close-proposal.server.ts'
import { rejectionSchema } from '#app/domain/icp/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { proposalToDecide } from './to-decide.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Reject the proposal · Causeway' }]

/** `/profiles/:id/rejection`: why the open proposal is rejected. */
export const loader = privateLoader('profile.approve', async (ctx, { request, params }) => ({
  profile: await proposalToDecide(ctx, params['id'], request),
}))

export const action = privateAction('profile.approve', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The profile')
  return handleForm(await request.formData(), rejectionSchema, async ({ version, reason }) => {
    await rejectProposal(ctx, id, version, reason)
    return redirect(`/profiles/${id}`)
  })
})

export default function RejectProposal() {
  const { profile } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <DecisionPage kind="rejected" profile={profile} lastResult={answer?.result} />
}
