import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'

import {
  FormErrors,
  FormFoot,
  SelectField,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { TYPE_OPTIONS, TYPE_WORDS } from '#app/domain/organisation/attribute-types.ts'
import {
  addAttribute,
  listAttributesForSettings,
} from '#app/domain/organisation/attributes.server.ts'
import { newAttributeSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { ChangeableField } from './changeable-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Account attributes · Causeway' }]

export const loader = privateLoader('settings.manage', async (ctx) => ({
  attributes: await listAttributesForSettings(ctx),
}))

export const action = privateAction('settings.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), newAttributeSchema, async (input) => {
    await addAttribute(ctx, input)
    return redirect('/settings/attributes')
  }),
)

export default function Attributes() {
  const { attributes } = useLoaderData<typeof loader>()
  return (
    <>
      <Section title="Account attributes">
        {attributes.length === 0 ? (
          <p className="text-body text-muted">
            None yet. What an account has besides industry, region, employees and plan goes here:
            the profile can weigh it, and an import can fill it.
          </p>
        ) : (
          <Table caption="Account attributes" plain>
            <THead>
              <Th card="title">Name</Th>
              <Th>Type</Th>
              <Th>Key</Th>
            </THead>
            <TBody>
              {attributes.map(({ key, label, type, archivedAt }) => {
                const href = `/settings/attributes/${key}`
                return (
                  <Tr key={key} href={href}>
                    <Td card="title" title={label}>
                      <Link to={href} className="hover:underline">
                        {label}
                      </Link>{' '}
                      {archivedAt ? <Badge>put away</Badge> : null}
                    </Td>
                    <Td label="Type">{TYPE_WORDS[type]}</Td>
                    <Td label="Key" muted>
                      <code>{key}</code>
                    </Td>
                  </Tr>
                )
              })}
            </TBody>
          </Table>
        )}
      </Section>
      <AddForm key={attributes.length} />
    </>
  )
}

function AddForm() {
  const [form, fields] = useActionForm(newAttributeSchema, {
    id: 'add-attribute',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { type: 'text' },
  })
  return (
    <Section title="Add an attribute">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <div className="space-y-4">
          <div className="grid grid-cols-2 items-start gap-3">
            <TextField field={fields.label} label="Name" autoComplete="off" />
            <SelectField
              field={fields.type}
              label="Type"
              hint="Stays as it is."
              options={TYPE_OPTIONS}
            />
          </div>
          <TextAreaField
            field={fields.choices}
            label="Choices"
            aside="for a choice only"
            hint="One on each line."
          />
          <ChangeableField field={fields.changeable} />
        </div>
        <FormFoot>
          <Button variant="primary">Add</Button>
        </FormFoot>
      </Form>
    </Section>
  )
}
