import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { KeptForm } from '#app/components/forms/kept-form.tsx'
import { EMPTY_CRITERION } from '#app/components/profile/criterion-fields.tsx'
import { ProposalForm } from '#app/components/profile/proposal-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { notFound } from '#app/domain/errors.ts'
import type { Criterion } from '#app/domain/icp/criteria.ts'
import { findProfiles, getProfile } from '#app/domain/icp/get-profile.server.ts'
import { openDraft } from '#app/domain/icp/measure-draft.server.ts'
import { criterionValues } from '#app/domain/icp/proposal-values.ts'
import { readSuggestion } from '#app/domain/icp/suggestion-address.ts'
import { withSuggestion } from '#app/domain/icp/suggestions.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { proposalAction } from './proposal-action.server.ts'

export const meta: MetaFunction = () => [{ title: 'Propose a profile · Causeway' }]

/**
 * `/profiles/new?line=&from=&suggest=`: the next version, which starts from the one in force or from another of the
 * line, with a suggested criterion added.
 */
export const loader = privateLoader('profile.propose', async (ctx, { request }) => {
  const search = new URL(request.url).searchParams
  const line = (await listProductLines(ctx)).find((one) => one.slug === search.get('line'))
  if (!line) throw notFound('The product line')
  const { currentId, proposalId } = await findProfiles(ctx, line.id)
  const from = search.get('from')
  const startId = from === null ? currentId : idParam(from, 'The profile')
  const start = startId === null ? null : await getProfile(ctx, startId)
  if (start && start.productLineId !== line.id) throw notFound('The profile')
  const suggestion = readSuggestion(search)
  const started: readonly (Criterion & { key: string; why: string })[] = start?.criteria ?? []
  const criteria = suggestion
    ? withSuggestion(started, { ...suggestion, key: '', why: '' })
    : started
  const rows = criteria.length > 0 ? criteria.map(criterionValues) : [EMPTY_CRITERION]
  const [draft, { baseCurrency }] = await Promise.all([
    openDraft(ctx, { productLineId: line.id, criteria: rows }),
    getOrganisation(ctx),
  ])
  return {
    ...{ line, proposalId, ...draft, currency: baseCurrency },
    summary: start?.summary ?? '',
    criteria: rows,
  }
})

export const action = proposalAction

export default function NewProfile() {
  const { line, proposalId, attributes, measure, currency, summary, criteria } =
    useLoaderData<typeof loader>()
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
            measure={answer?.measure ?? measure}
            currency={currency}
            lastResult={answer?.result}
            cancelHref={`/profiles?line=${line.slug}`}
            submitWord="Propose"
          />
        </KeptForm>
      </PageBody>
    </div>
  )
}
