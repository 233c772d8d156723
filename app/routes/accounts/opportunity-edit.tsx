import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { OpportunityForm } from '#app/components/accounts/opportunity-form.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { editOpportunity } from '#app/domain/accounts/edit-opportunity.server.ts'
import { amountInput } from '#app/domain/accounts/fields.ts'
import { opportunityEditSchema } from '#app/domain/accounts/opportunity-schemas.ts'
import { getOpportunityToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { opportunityChoices } from './money-choices.server.ts'
import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Edit opportunity · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const { account, opportunity } = await getOpportunityToEdit(
    ctx,
    idParam(params.accountId, 'This account'),
    idParam(params.opportunityId, 'This opportunity'),
  )
  const { amount } = opportunity
  const choices = await opportunityChoices(ctx)
  return {
    account,
    version: opportunity.version,
    values: {
      name: opportunity.name,
      kind: opportunity.kind,
      amount: amount ? amountInput(amount) : '',
      currency: amount?.currency ?? choices.currencies[0] ?? '',
      stage: opportunity.stage ?? '',
      probability: String(opportunity.probability ?? ''),
      closesOn: opportunity.closesOn ?? '',
      productLineId: String(opportunity.productLineId ?? ''),
    },
    choices,
  }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const opportunityId = idParam(params.opportunityId, 'This opportunity')
  await getOpportunityToEdit(ctx, accountId, opportunityId)
  return handleForm(await request.formData(), opportunityEditSchema, async (input) => {
    await editOpportunity(ctx, { ...input, opportunityId })
    return toAccount(request, accountId)
  })
})

export default function EditOpportunity() {
  const { account, version, values, choices } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader title={`${values.name} of ${account.name}`} />
      <PageBody width="form">
        <OpportunityForm
          {...choices}
          values={values}
          result={useActionData<typeof action>()?.result}
          submit="Save"
          cancelHref={accountHref(search, account.id)}
        >
          <HiddenFields values={{ version }} />
        </OpportunityForm>
      </PageBody>
    </>
  )
}
