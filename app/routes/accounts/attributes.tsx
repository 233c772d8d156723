import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { accountHref } from '#app/components/accounts/account-href.ts'
import { useMemo } from 'react'

import { AttributeFields } from '#app/components/accounts/attribute-fields.tsx'
import { FormErrors, FormFoot, HiddenFields } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { useAskedField } from '#app/components/forms/use-asked-field.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { attributeInputs, attributesSchema } from '#app/domain/accounts/attributes.ts'
import {
  editAttributes,
  listAttributeDefinitions,
} from '#app/domain/accounts/edit-attributes.server.ts'
import { getAccountToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { toAccount } from './to-account.server.ts'

export { revalidateOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction = () => [{ title: 'Attributes · Causeway' }]

export const loader = privateLoader(EDIT, async (ctx, { params }) => {
  const account = await getAccountToEdit(ctx, idParam(params.accountId, 'This account'))
  const { id, name, version, attributes } = account
  return { id, name, version, attributes, definitions: await listAttributeDefinitions(ctx) }
})

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const schema = attributesSchema(await listAttributeDefinitions(ctx))
  return handleForm(await request.formData(), schema, async (input) => {
    await editAttributes(ctx, { ...input, accountId })
    return toAccount(request, accountId)
  })
})

export default function Attributes() {
  const { id, name, version, attributes, definitions } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const schema = useMemo(() => attributesSchema(definitions), [definitions])
  const [form, fields] = useActionForm(schema, {
    id: 'attributes',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { attributes: attributeInputs(attributes) },
  })
  useAskedField(form.id)
  return (
    <>
      <PageHeader title={`Attributes of ${name}`} />
      <PageBody width="form">
        {definitions.length === 0 ? (
          <EmptyState
            title="No attributes yet"
            action={<ButtonLink to={accountHref(search, id)}>Back to the account</ButtonLink>}
          >
            An admin adds them in the settings, and an import makes them from its columns.
          </EmptyState>
        ) : (
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
            <HiddenFields values={{ version }} />
            <FormErrors errors={form.errors} />
            <AttributeFields definitions={definitions} fields={fields.attributes.getFieldset()} />
            <FormFoot>
              <Button variant="primary">Save</Button>
              <ButtonLink to={accountHref(search, id)} variant="quiet">
                Cancel
              </ButtonLink>
            </FormFoot>
          </Form>
        )}
      </PageBody>
    </>
  )
}
