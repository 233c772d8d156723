import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { DecisionPage } from '#app/components/profile/decision-page.tsx'
import { withdrawProposal } from '#app/domain/icp/close-proposal.server.ts'
import { withdrawalSchema } from '#app/domain/icp/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { proposalToDecide } from './to-decide.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Withdraw the proposal · Causeway' }]

/** `/profiles/:id/withdrawal`: why the open proposal is withdrawn. */
export const loader = privateLoader('profile.propose', async (ctx, { request, params }) => ({
  profile: await proposalToDecide(ctx, params['id'], request),
}))

export const action = privateAction('profile.propose', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The profile')
  return handleForm(await request.formData(), withdrawalSchema, async ({ version, reason }) => {
    await withdrawProposal(ctx, id, version, reason ?? '')
    return redirect(`/profiles/${id}`)
  })
})

export default function WithdrawProposal() {
  const { profile } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <DecisionPage kind="withdrawn" profile={profile} lastResult={answer?.result} />
}
