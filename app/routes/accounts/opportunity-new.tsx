import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { OpportunityForm } from '#app/components/accounts/opportunity-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { opportunitySchema } from '#app/domain/accounts/opportunity-schemas.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { opportunityChoices } from './money-choices.server.ts'

export const meta: MetaFunction = () => [{ title: 'New opportunity · Causeway' }]

export const loader = privateLoader('revenue.read', async (ctx, { params }) => {
  const account = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  const { id, name, lifecycle } = account
  return { account: { id, name, lifecycle }, choices: await opportunityChoices(ctx) }
})

export const action = privateAction('revenue.read', async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), opportunitySchema, async (input) => {
    await addOpportunity(ctx, { ...input, accountId })
    return redirect(`/accounts/${accountId}`)
  })
})

export default function NewOpportunity() {
  const { account, choices } = useLoaderData<typeof loader>()
  const customer = account.lifecycle === 'active' || account.lifecycle === 'onboarding'
  return (
    <>
      <PageHeader title={`New opportunity of ${account.name}`} />
      <PageBody width="form">
        <OpportunityForm
          {...choices}
          values={{ kind: customer ? 'expansion' : 'new', currency: choices.currencies[0] }}
          result={useActionData<typeof action>()?.result}
          submit="Add opportunity"
          cancelHref={`/accounts/${account.id}`}
        />
      </PageBody>
    </>
  )
}
