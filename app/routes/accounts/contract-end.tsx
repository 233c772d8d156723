import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import { FormErrors, FormFoot, HiddenFields, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { contractEndSchema } from '#app/domain/accounts/contract-schemas.ts'
import { endContract } from '#app/domain/accounts/edit-contract.server.ts'
import { getContractToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'End contract · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const { account, contract } = await getContractToEdit(
    ctx,
    idParam(params.accountId, 'This account'),
    idParam(params.contractId, 'This contract'),
  )
  const { name, version, endedOn } = contract
  return { account, name, version, endedOn: endedOn ?? (await getToday(ctx)) }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const contractId = idParam(params.contractId, 'This contract')
  await getContractToEdit(ctx, accountId, contractId)
  return handleForm(await request.formData(), contractEndSchema, async (input) => {
    await endContract(ctx, { ...input, contractId })
    return toAccount(request, accountId, `contract.${contractId}`)
  })
})

export default function EndContract() {
  const { account, name, version, endedOn } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const [form, fields] = useActionForm(contractEndSchema, {
    id: 'end',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { endedOn },
  })
  return (
    <>
      <PageHeader title={`End ${name || 'the contract'} of ${account.name}`} />
      <PageBody width="form">
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
          <HiddenFields values={{ version }} />
          <FormErrors errors={form.errors} />
          <TextField
            field={fields.endedOn}
            type="date"
            label="End"
            hint="From this day on it no longer counts as ARR, and nothing of it is at risk."
          />
          <FormFoot>
            <Button variant="primary">End contract</Button>
            <ButtonLink to={accountHref(search, account.id)} variant="quiet">
              Cancel
            </ButtonLink>
          </FormFoot>
        </Form>
      </PageBody>
    </>
  )
}
