import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import { FormErrors, FormFoot, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import type { Choice } from '#app/domain/accounts/account-list.ts'
import { opportunitySchema } from '#app/domain/accounts/opportunity-schemas.ts'
import { OPPORTUNITY_KINDS, type OpportunityKind } from '#db/constants.ts'

import { LargeAmount } from './large-amount.tsx'
import { MoneyFields } from './money-fields.tsx'
import { KIND_WORDS } from './words.ts'

export type OpportunityValues = {
  name: string
  kind: OpportunityKind
  amount: string
  currency: string
  stage: string
  probability: string
  closesOn: string
  productLineId: string
}

/** An opportunity, for adding one and for changing it. `children` are the hidden fields that the page adds. */
export function OpportunityForm({
  values,
  result,
  currencies,
  stages,
  productLines,
  submit,
  cancelHref,
  children,
}: {
  values: Partial<OpportunityValues>
  result: SubmissionResult<string[]> | undefined
  currencies: readonly string[]
  /** Stages with a probability in the settings. */
  stages: readonly string[]
  productLines: readonly Choice[]
  submit: string
  cancelHref: string
  children?: ReactNode
}) {
  const [form, fields] = useActionForm(opportunitySchema, {
    id: 'opportunity',
    lastResult: result,
    defaultValue: values,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-4">
      {children}
      <FormErrors errors={form.errors} />
      <TextField field={fields.name} label="Name" autoComplete="off" autoFocus />
      <SelectField
        field={fields.kind}
        label="Kind"
        options={OPPORTUNITY_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
        hint="A renewal is matched to its contract and brings its date and forecast; it is never counted itself."
      />
      <MoneyFields
        amount={fields.amount}
        currency={fields.currency}
        label="Amount"
        aside="what it adds a year; without it nothing is at stake"
        currencies={currencies}
      />
      <LargeAmount field={fields.confirmLarge} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField field={fields.closesOn} type="date" label="Close date" />
        <TextField field={fields.stage} label="Stage" list="stages" autoComplete="off" />
        <TextField
          field={fields.probability}
          label="Probability"
          aside="in percent"
          inputMode="numeric"
          autoComplete="off"
          hint="That of its stage when left empty."
        />
        <SelectField
          field={fields.productLineId}
          label="Product line"
          placeholder="Every product line"
          options={productLines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <datalist id="stages">
        {stages.map((stage) => (
          <option key={stage} value={stage} />
        ))}
      </datalist>
      <FormFoot>
        <Button variant="primary">{submit}</Button>
        <ButtonLink to={cancelHref} variant="quiet">
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}
