import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { OpportunityForm } from '#app/components/accounts/opportunity-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { addOpportunity } from '#app/domain/accounts/add-opportunity.server.ts'
import { opportunitySchema } from '#app/domain/accounts/opportunity-schemas.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { opportunityChoices } from './money-choices.server.ts'
import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export const meta: MetaFunction = () => [{ title: 'New opportunity · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const account = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  const { id, name, lifecycle } = account
  return { account: { id, name, lifecycle }, choices: await opportunityChoices(ctx) }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), opportunitySchema, async (input) => {
    await addOpportunity(ctx, { ...input, accountId })
    return toAccount(request, accountId)
  })
})

export default function NewOpportunity() {
  const { account, choices } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
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
          cancelHref={accountHref(search, account.id)}
        />
      </PageBody>
    </>
  )
}
