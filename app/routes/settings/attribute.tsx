import { data, redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import {
  FormErrors,
  FormFoot,
  HiddenFields,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { answerTo, useActionForm } from '#app/components/forms/use-action-form.ts'
import { AttributeUses } from '#app/components/profile/attribute-uses.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { listAttributeUses } from '#app/domain/icp/attribute-uses.server.ts'
import { customKey } from '#app/domain/icp/facts.ts'
import { TYPE_WORDS } from '#app/domain/organisation/attribute-types.ts'
import {
  archiveAttribute,
  changeAttribute,
  getAttribute,
  restoreAttribute,
} from '#app/domain/organisation/attributes.server.ts'
import { attributeSchema, changeAttributeSchema } from '#app/domain/organisation/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { ChangeableField } from './changeable-field.tsx'
import { OneButtonForm } from './one-box-form.tsx'

export { revalidateAlsoOnConflict as shouldRevalidate } from '#app/components/forms/revalidate-on-conflict.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.attribute.label ?? 'Attribute'} · Causeway` },
]

export const loader = privateLoader('settings.manage', async (ctx, { params }) => {
  const attribute = await getAttribute(ctx, String(params.key))
  return { attribute, uses: await listAttributeUses(ctx, customKey(attribute.key)) }
})

export const action = privateAction('settings.manage', async (ctx, { request, params }) => {
  const body = await request.formData()
  body.set('key', String(params.key))
  switch (body.get('intent')) {
    case 'change':
      return handleForm(body, changeAttributeSchema, async (input) => {
        await changeAttribute(ctx, input)
        return redirect('/settings/attributes')
      })
    case 'archive':
      return handleForm(body, attributeSchema, async (input) => {
        await archiveAttribute(ctx, input)
        return redirect('/settings/attributes')
      })
    case 'restore':
      return handleForm(body, attributeSchema, async (input) => {
        await restoreAttribute(ctx, input)
        return redirect('/settings/attributes')
      })
    default:
      throw data('There is no such form.', { status: 400 })
  }
})

export default function Attribute() {
  const { attribute, uses } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const away = attribute.archivedAt !== null
  const fate = { intent: away ? 'restore' : 'archive', key: attribute.key }
  return (
    <Section
      title={attribute.label}
      aside={away ? <Badge>put away</Badge> : TYPE_WORDS[attribute.type]}
      actions={
        <>
          <OneButtonForm hidden={fate} label={`${away ? 'Use' : 'Put away'} ${attribute.label}`}>
            {away ? 'Use again' : 'Put away'}
          </OneButtonForm>
          <ButtonLink to="/settings/attributes">All attributes</ButtonLink>
        </>
      }
    >
      <FormErrors errors={answerTo(result, fate)?.error?.[''] ?? undefined} />
      <AttributeUses uses={uses} away={away} />
      {away ? (
        <p className="text-body text-muted">
          It is shown and asked for no longer. The values that accounts have are kept.
        </p>
      ) : (
        <ChangeForm attribute={attribute} result={result} />
      )}
    </Section>
  )
}

function ChangeForm({
  attribute,
  result,
}: {
  attribute: {
    key: string
    label: string
    type: string
    choices: string[]
    changeable: boolean
    version: number
  }
  result: Parameters<typeof answerTo>[0]
}) {
  const hidden = { intent: 'change', key: attribute.key }
  const [form, fields] = useActionForm(changeAttributeSchema, {
    id: 'change-attribute',
    lastResult: answerTo(result, hidden),
    defaultValue: {
      label: attribute.label,
      choices: attribute.choices.join('\n'),
      changeable: attribute.changeable,
    },
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <HiddenFields values={{ ...hidden, version: attribute.version }} />
      <div className="space-y-4">
        <TextField field={fields.label} label="Name" autoComplete="off" />
        {attribute.type === 'choice' ? (
          <TextAreaField
            field={fields.choices}
            label="Choices"
            hint="One on each line. Accounts keep a value that is taken out."
          />
        ) : null}
        <ChangeableField field={fields.changeable} />
      </div>
      <FormFoot>
        <Button variant="primary">Save</Button>
      </FormFoot>
    </Form>
  )
}
