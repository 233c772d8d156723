import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { ContractForm } from '#app/components/accounts/contract-form.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { addContract } from '#app/domain/accounts/add-contract.server.ts'
import { contractSchema } from '#app/domain/accounts/contract-schemas.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { contractChoices } from './money-choices.server.ts'
import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export const meta: MetaFunction = () => [{ title: 'New contract · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const { id, name } = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  return { account: { id, name }, choices: await contractChoices(ctx, id) }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), contractSchema, async (input) => {
    await addContract(ctx, { ...input, accountId })
    return toAccount(request, accountId)
  })
})

export default function NewContract() {
  const { account, choices } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader title={`New contract of ${account.name}`} />
      <PageBody width="form">
        <ContractForm
          {...choices}
          values={{ currency: choices.currencies[0], period: 'year' }}
          result={useActionData<typeof action>()?.result}
          submit="Add contract"
          cancelHref={accountHref(search, account.id)}
        />
      </PageBody>
    </>
  )
}
