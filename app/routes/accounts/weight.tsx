import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { accountHref } from '#app/components/accounts/account-href.ts'
import {
  FormErrors,
  FormFoot,
  HiddenFields,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getAccountToWeigh } from '#app/domain/accounts/records-to-edit.server.ts'
import { strategicSchema } from '#app/domain/accounts/schemas.ts'
import { setStrategicWeight } from '#app/domain/accounts/set-strategic-weight.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Strategic weight · Causeway' }]

export const loader = privateLoader('account.strategic', async (ctx, { params }) => {
  const account = await getAccountToWeigh(ctx, idParam(params.accountId, 'This account'))
  return {
    id: account.id,
    name: account.name,
    version: account.version,
    values: {
      strategicWeight: account.strategicWeight,
      strategicReason: account.strategicReason ?? '',
      strategicUntil: account.strategicUntil ?? '',
    },
  }
})

export const action = privateAction('account.strategic', async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  return handleForm(await request.formData(), strategicSchema, async (input) => {
    await setStrategicWeight(ctx, { ...input, accountId })
    return toAccount(request, accountId)
  })
})

export default function Weight() {
  const { id, name, version, values } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const [form, fields] = useActionForm(strategicSchema, {
    id: 'weight',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <>
      <PageHeader title={`Strategic weight of ${name}`} />
      <PageBody width="form">
        <p className="pb-4 text-body text-muted">
          The weight multiplies what this account’s money counts in the score: 1 as it is, up to
          1.25 for a reference customer, down to 0.8. Everybody sees it, with its reason.
        </p>
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-4">
          <HiddenFields values={{ version }} />
          <FormErrors errors={form.errors} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              field={fields.strategicWeight}
              label="Weight"
              aside="0.8 to 1.25"
              inputMode="decimal"
              autoComplete="off"
              autoFocus
            />
            <TextField field={fields.strategicUntil} type="date" label="Until" />
          </div>
          <TextAreaField field={fields.strategicReason} label="Why" rows={3} />
          <FormFoot>
            <Button variant="primary">Save</Button>
            <ButtonLink to={accountHref(search, id)} variant="quiet">
              Cancel
            </ButtonLink>
          </FormFoot>
        </Form>
      </PageBody>
    </>
  )
}
