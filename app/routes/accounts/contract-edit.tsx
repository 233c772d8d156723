import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { ContractForm } from '#app/components/accounts/contract-form.tsx'
import { HiddenFields } from '#app/components/forms/fields.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { contractEditSchema } from '#app/domain/accounts/contract-schemas.ts'
import { editContract } from '#app/domain/accounts/edit-contract.server.ts'
import { amountInput } from '#app/domain/accounts/fields.ts'
import { getContractToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { contractChoices } from './money-choices.server.ts'
import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Edit contract · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const { account, contract } = await getContractToEdit(
    ctx,
    idParam(params.accountId, 'This account'),
    idParam(params.contractId, 'This contract'),
  )
  return {
    account,
    version: contract.version,
    values: {
      name: contract.name,
      amount: amountInput(contract.amount),
      currency: contract.amount.currency,
      period: contract.period,
      startsOn: contract.startsOn ?? '',
      renewsOn: contract.renewsOn ?? '',
      evergreen: contract.evergreen,
      noticeDays: String(contract.noticeDays),
      autoRenew: contract.autoRenew,
      productLineId: String(contract.productLineId ?? ''),
      covers: contract.covers.map(String),
    },
    choices: await contractChoices(ctx, account.id, contract.covers),
  }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const contractId = idParam(params.contractId, 'This contract')
  await getContractToEdit(ctx, accountId, contractId)
  return handleForm(await request.formData(), contractEditSchema, async (input) => {
    await editContract(ctx, { ...input, contractId })
    return toAccount(request, accountId)
  })
})

export default function EditContract() {
  const { account, version, values, choices } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader title={`${values.name || 'Contract'} of ${account.name}`} />
      <PageBody width="form">
        <ContractForm
          {...choices}
          values={values}
          result={useActionData<typeof action>()?.result}
          submit="Save"
          cancelHref={accountHref(search, account.id)}
        >
          <HiddenFields values={{ version }} />
        </ContractForm>
      </PageBody>
    </>
  )
}
