import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import { FormErrors, FormFoot, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { useAskedField } from '#app/components/forms/use-asked-field.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import type { AccountWords, Choice } from '#app/domain/accounts/account-list.ts'
import { accountSchema } from '#app/domain/accounts/schemas.ts'
import { LIFECYCLES, type Lifecycle } from '#db/constants.ts'

import { AccountField } from './account-field.tsx'
import { LIFECYCLE_WORDS } from './words.ts'

export type AccountValues = {
  name: string
  domain: string
  parent: string
  ownerId: string
  lifecycle: Lifecycle
  segment: string
  industry: string
  region: string
  employees: string
  plan: string
}

/** What an account is, for making one and for changing it. `children` are the hidden fields that the page adds. */
export function AccountForm({
  values,
  result,
  owners,
  words,
  submit,
  cancelHref,
  children,
}: {
  values: Partial<AccountValues>
  result: SubmissionResult<string[]> | undefined
  owners: readonly Choice[]
  words: AccountWords
  /** Words on the button. */
  submit: string
  cancelHref: string
  children?: ReactNode
}) {
  const [form, fields] = useActionForm(accountSchema, {
    id: 'account',
    lastResult: result,
    defaultValue: values,
  })
  useAskedField(form.id)
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-4">
      {children}
      <FormErrors errors={form.errors} />
      <TextField field={fields.name} label="Name" autoComplete="off" autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          field={fields.lifecycle}
          label="Lifecycle"
          options={LIFECYCLES.map((value) => ({ value, label: LIFECYCLE_WORDS[value] }))}
        />
        <SelectField
          field={fields.ownerId}
          label="Owner"
          aside="of Customer Success"
          placeholder="Nobody"
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          field={fields.domain}
          label="Domain"
          placeholder="example.com"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
        />
        <AccountField
          field={fields.parent}
          label="Parent account"
          hint="Its contracts can cover this one."
        />
        <TextField field={fields.segment} label="Segment" list="segments" autoComplete="off" />
        <TextField field={fields.industry} label="Industry" list="industries" autoComplete="off" />
        <TextField field={fields.region} label="Region" list="regions" autoComplete="off" />
        <TextField
          field={fields.employees}
          label="Employees"
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField field={fields.plan} label="Plan" list="plans" autoComplete="off" />
      </div>
      {Object.entries(words).map(([name, known]) => (
        <datalist key={name} id={name}>
          {known.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ))}
      <FormFoot>
        <Button variant="primary">{submit}</Button>
        <ButtonLink to={cancelHref} variant="quiet">
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}
