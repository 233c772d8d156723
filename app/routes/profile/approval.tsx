import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { DecisionPage } from '#app/components/profile/decision-page.tsx'
import { EditList } from '#app/components/profile/edit-list.tsx'
import { approveProfile } from '#app/domain/icp/approve-profile.server.ts'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { listEdits } from '#app/domain/icp/list-edits.server.ts'
import { approvalSchema } from '#app/domain/icp/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { asSeen } from './to-decide.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Approve the proposal · Causeway' }]

/** `/profiles/:id/approval`: the signature of the reader's team, where the one on the profile was refused, and what was edited since. */
export const loader = privateLoader('profile.approve', async (ctx, { request, params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const seen = asSeen(profile, request)
  const edits = await listEdits(ctx, profile.id, profile)
  return {
    profile: seen,
    edits: edits.filter(({ textVersion }) => textVersion >= seen.seen),
    now: ctx.now,
  }
})

export const action = privateAction('profile.approve', async (ctx, { request, params }) => {
  const id = idParam(params['id'], 'The profile')
  return handleForm(await request.formData(), approvalSchema, async ({ version, reason }) => {
    await approveProfile(ctx, id, version, reason ?? '')
    return redirect(`/profiles/${id}`)
  })
})

export default function ApproveProposal() {
  const { profile, edits, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DecisionPage kind="approved" profile={profile} lastResult={answer?.result}>
      <EditList edits={edits} now={now} />
    </DecisionPage>
  )
}
