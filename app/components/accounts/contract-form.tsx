import { getInputProps, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import { FormErrors, FormFoot, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { CheckList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { Checkbox } from '#app/components/ui/inputs.tsx'
import type { Choice } from '#app/domain/accounts/account-list.ts'
import { contractSchema } from '#app/domain/accounts/contract-schemas.ts'
import { CONTRACT_PERIODS, type ContractPeriod } from '#db/constants.ts'

import { LargeAmount } from './large-amount.tsx'
import { MoneyFields } from './money-fields.tsx'
import { PERIOD_WORDS } from './words.ts'

export type ContractValues = {
  name: string
  amount: string
  currency: string
  period: ContractPeriod
  startsOn: string
  renewsOn: string
  evergreen: boolean
  noticeDays: string
  autoRenew: boolean
  productLineId: string
  covers: string[]
}

/** The terms of a contract, for adding one and for changing it. `children` are the hidden fields that the page adds. */
export function ContractForm({
  values,
  result,
  currencies,
  productLines,
  coverable,
  submit,
  cancelHref,
  children,
}: {
  values: Partial<ContractValues>
  result: SubmissionResult<string[]> | undefined
  currencies: readonly string[]
  productLines: readonly Choice[]
  /** Accounts that it can cover besides its holder. */
  coverable: readonly Choice[]
  submit: string
  cancelHref: string
  children?: ReactNode
}) {
  const [form, fields] = useActionForm(contractSchema, {
    id: 'contract',
    lastResult: result,
    defaultValue: values,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-4">
      {children}
      <FormErrors errors={form.errors} />
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_140px]">
        <MoneyFields
          amount={fields.amount}
          currency={fields.currency}
          label="Amount"
          currencies={currencies}
        />
        <SelectField
          field={fields.period}
          label="Period"
          options={CONTRACT_PERIODS.map((value) => ({ value, label: PERIOD_WORDS[value] }))}
        />
      </div>
      <LargeAmount field={fields.confirmLarge} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField field={fields.startsOn} type="date" label="Start" />
        <TextField field={fields.renewsOn} type="date" label="Renewal date" />
        <Box
          field={fields.evergreen}
          label="Evergreen"
          description="Runs until somebody ends it; no renewal date."
        />
        <Box
          field={fields.autoRenew}
          label="Renews by itself"
          description="Unless it is cancelled before the notice."
        />
        <TextField
          field={fields.noticeDays}
          label="Notice"
          aside="in days"
          inputMode="numeric"
          autoComplete="off"
          hint="60 when left empty, none when evergreen."
        />
        <SelectField
          field={fields.productLineId}
          label="Product line"
          placeholder="Every product line"
          options={productLines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <TextField
        field={fields.name}
        label="Name"
        aside="optional"
        autoComplete="off"
        hint="Tells contracts of one account apart."
      />
      {coverable.length > 0 ? (
        <FieldGroup
          id={fields.covers.id}
          label="Covers too"
          hint="An account without a contract of its own takes its parent’s that cover it."
          errors={fields.covers.errors}
        >
          <CheckList
            name={fields.covers.name}
            defaultValues={chosen(fields.covers.initialValue)}
            choices={coverable.map(({ id, name }) => ({ value: String(id), label: name }))}
            className="max-h-60 overflow-y-auto"
          />
        </FieldGroup>
      ) : null}
      <FormFoot>
        <Button variant="primary">{submit}</Button>
        <ButtonLink to={cancelHref} variant="quiet">
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}

function Box({
  field,
  label,
  description,
}: {
  field: FieldMetadata<boolean | undefined, Record<string, unknown>, string[]>
  label: string
  description: string
}) {
  const { key, ...props } = getInputProps(field, { type: 'checkbox', ariaAttributes: false })
  return <Checkbox key={key} {...props} label={label} description={description} />
}

/** What was ticked when the form came back, one or several. */
function chosen(initial: unknown): string[] {
  return [initial].flat().filter((value): value is string => typeof value === 'string')
}
