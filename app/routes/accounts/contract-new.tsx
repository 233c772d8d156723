import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { ContractForm } from '#app/components/accounts/contract-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import { contractSchema } from '#app/domain/accounts/contract-schemas.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { contractChoices } from './money-choices.server.ts'

export const meta: MetaFunction = () => [{ title: 'New contract · Causeway' }]

export const loader = privateLoader('revenue.read', async (ctx, { params }) => {
  const { id, name } = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  return { account: { id, name }, choices: await contractChoices(ctx, id) }
})

export const action = privateAction('revenue.read', async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), contractSchema, async (input) => {
    await addContract(ctx, { ...input, accountId })
    return redirect(`/accounts/${accountId}`)
  })
})

export default function NewContract() {
  const { account, choices } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={`New contract of ${account.name}`} />
      <PageBody width="form">
        <ContractForm
          {...choices}
          values={{ currency: choices.currencies[0], period: 'year' }}
          result={useActionData<typeof action>()?.result}
          submit="Add contract"
          cancelHref={`/accounts/${account.id}`}
        />
      </PageBody>
    </>
  )
}
