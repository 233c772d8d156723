import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { KeptForm } from '#app/components/forms/kept-form.tsx'
import { EMPTY_CRITERION } from '#app/components/profile/criterion-fields.tsx'
import { ProposalForm } from '#app/components/profile/proposal-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { notFound } from '#app/domain/errors.ts'
import type { Criterion } from '#app/domain/icp/criteria.ts'
import { findProfiles, getProfile } from '#app/domain/icp/get-profile.server.ts'
import { attributeOptions } from '#app/domain/icp/list-attributes.server.ts'
import { proposeProfile } from '#app/domain/icp/propose-profile.server.ts'
import { criterionValues } from '#app/domain/icp/proposal-values.ts'
import { proposalSchema } from '#app/domain/icp/schemas.ts'
import { readSuggestion } from '#app/domain/icp/suggestion-address.ts'
import { withSuggestion } from '#app/domain/icp/suggestions.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Propose a profile · Causeway' }]

/** `/profiles/new?line=&suggest=`: the next version, which starts from the one in force, with what was suggested added. */
export const loader = privateLoader('profile.propose', async (ctx, { request }) => {
  const search = new URL(request.url).searchParams
  const line = (await listProductLines(ctx)).find((one) => one.slug === search.get('line'))
  if (!line) throw notFound('The product line')
  const { currentId, proposalId } = await findProfiles(ctx, line.id)
  const current = currentId === null ? null : await getProfile(ctx, currentId)
  const suggestion = readSuggestion(search)
  const inForce: readonly (Criterion & { key: string; why: string })[] = current?.criteria ?? []
  const criteria = suggestion
    ? withSuggestion(inForce, { ...suggestion, key: '', why: '' })
    : inForce
  return {
    line,
    proposalId,
    attributes: await attributeOptions(ctx),
    summary: current?.summary ?? '',
    criteria: criteria.length > 0 ? criteria.map(criterionValues) : [EMPTY_CRITERION],
  }
})

export const action = privateAction('profile.propose', async (ctx, { request }) =>
  handleForm(await request.formData(), proposalSchema, async (proposal) =>
    redirect(`/profiles/${await proposeProfile(ctx, proposal)}`),
  ),
)

export default function NewProfile() {
  const { line, proposalId, attributes, summary, criteria } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="[--gutter:24px]">
      <PageHeader title={`Propose a profile for ${line.name}`} />
      <PageBody>
        <KeptForm
          closed={proposalId === null ? null : `A proposal for ${line.name} is open already.`}
          answered={answer !== undefined}
          instead={{ label: 'Edit that one', to: `/profiles/${proposalId}/edit` }}
        >
          <ProposalForm
            hidden={{ productLineId: line.id }}
            defaultValue={{ summary, criteria }}
            attributes={attributes}
            lastResult={answer?.result}
            cancelHref={`/profiles?line=${line.slug}`}
            submitWord="Propose"
          />
        </KeptForm>
      </PageBody>
    </div>
  )
}
