import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { KeptForm } from '#app/components/forms/kept-form.tsx'
import { ProposalForm } from '#app/components/profile/proposal-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getProfile } from '#app/domain/icp/get-profile.server.ts'
import { openDraft } from '#app/domain/icp/measure-draft.server.ts'
import { criterionValues } from '#app/domain/icp/proposal-values.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { proposalAction } from './proposal-action.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Change the proposal · Causeway' }]

/** `/profiles/:id/edit`: the text of the open proposal. */
export const loader = privateLoader('profile.propose', async (ctx, { params }) => {
  const profile = await getProfile(ctx, idParam(params['id'], 'The profile'))
  const criteria = profile.criteria.map(criterionValues)
  const { productLineId } = profile
  const [draft, { baseCurrency }] = await Promise.all([
    openDraft(ctx, { productLineId, criteria }),
    getOrganisation(ctx),
  ])
  return { profile: { ...profile, criteria }, ...draft, currency: baseCurrency }
})

export const action = proposalAction

export default function EditProfile() {
  const { profile, attributes, measure, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, version, productLineId, summary, reason, criteria, state } = profile
  return (
    <div className="[--gutter:24px]">
      <PageHeader title={`Change the proposal for ${profile.line}`} />
      <PageBody>
        <KeptForm
          closed={state === 'proposed' ? null : 'Only an open proposal can be changed.'}
          answered={answer !== undefined}
          instead={{ label: 'To the profile', to: `/profiles/${id}` }}
        >
          <ProposalForm
            hidden={{ productLineId, profileId: id, version }}
            defaultValue={{ summary, reason, criteria }}
            attributes={attributes}
            measure={answer?.measure ?? measure}
            currency={currency}
            lastResult={answer?.result}
            cancelHref={`/profiles/${id}`}
            submitWord="Save the proposal"
          />
        </KeptForm>
      </PageBody>
    </div>
  )
}
