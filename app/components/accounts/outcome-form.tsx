import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'

import {
  FormErrors,
  FormFoot,
  SelectField,
  TextAreaField,
  TextField,
} from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { formatMoney, type Money } from '#app/domain/money.ts'
import { outcomeSchema } from '#app/domain/outcomes/schemas.ts'
import { OUTCOME_LABELS, REASON_LABELS } from '#app/domain/outcomes/words.ts'
import { itemKey } from '#app/lib/readable-id.ts'
import { CONTRACT_OUTCOMES, LOSS_REASONS, type ContractOutcome } from '#db/constants.ts'

import { LargeAmount } from './large-amount.tsx'

const EXPLAINED: Readonly<Record<ContractOutcome, string>> = {
  renewed: 'At the amount it had. It rolls to its next renewal.',
  expanded: 'At a higher amount.',
  contracted: 'At a lower amount.',
  churned: 'It ends on its renewal date.',
}

/*
 * What each outcome asks for, by style alone, so that it works without scripts too: the names of the values are those of
 * the radio group above.
 */
const WHEN_AMOUNT =
  'hidden group-has-[[value=expanded]:checked]/outcome:block group-has-[[value=contracted]:checked]/outcome:block'
const WHEN_KEPT = 'group-has-[[value=churned]:checked]/outcome:hidden'
const WHEN_LOSS =
  'hidden group-has-[[value=churned]:checked]/outcome:block group-has-[[value=contracted]:checked]/outcome:block'
/** By the end of its value: Tailwind reads an underscore as a space. */
const WHEN_GAP = 'hidden group-has-[option[value$=gap]:checked]/reason:block'

export type OutcomeValues = {
  outcome: ContractOutcome
  decidedOn: string
  amount: string
  nextRenewalOn: string
}

/** How a contract's renewal was decided. `children` are the hidden fields that the page adds. */
export function OutcomeForm({
  before,
  period,
  values,
  items,
  result,
  cancelHref,
  children,
}: {
  /** What the contract pays now, for one period. */
  before: Money
  period: string
  values: OutcomeValues
  items: readonly { id: number; title: string }[]
  result: SubmissionResult<string[]> | undefined
  cancelHref: string
  children?: ReactNode
}) {
  const [form, fields] = useActionForm(outcomeSchema(before), {
    id: 'outcome',
    lastResult: result,
    defaultValue: values,
  })
  const chosen = fields.outcome.initialValue
  return (
    <Form
      method="post"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate
      className="group/outcome space-y-4"
    >
      {children}
      <FormErrors errors={form.errors} />
      <FieldGroup id={fields.outcome.id} label="How it was decided" errors={fields.outcome.errors}>
        <RadioList
          name={fields.outcome.name}
          defaultValue={typeof chosen === 'string' ? chosen : undefined}
          choices={CONTRACT_OUTCOMES.map((value) => ({
            value,
            label: OUTCOME_LABELS[value],
            description: EXPLAINED[value],
          }))}
        />
      </FieldGroup>
      <TextField
        field={fields.amount}
        label={`New amount, ${before.currency} ${period}`}
        hint={`It was ${formatMoney(before)}.`}
        inputMode="decimal"
        autoComplete="off"
        className={WHEN_AMOUNT}
      />
      <LargeAmount field={fields.confirmLarge} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField field={fields.decidedOn} type="date" label="Decided on" />
        <TextField
          field={fields.nextRenewalOn}
          type="date"
          label="Next renewal"
          className={WHEN_KEPT}
        />
      </div>
      <div className={`group/reason ${WHEN_LOSS}`}>
        <SelectField
          field={fields.reason}
          label="Why"
          placeholder="Choose the reason"
          options={LOSS_REASONS.map((value) => ({ value, label: REASON_LABELS[value] }))}
        />
        <SelectField
          field={fields.itemId}
          label="What was missing"
          placeholder="Not among these"
          hint="The items that this account asks for. The choice tests what the score said of it."
          options={items.map(({ id, title }) => ({
            value: id,
            label: `${itemKey(id)} ${title}`,
          }))}
          className={`mt-4 ${WHEN_GAP}`}
        />
      </div>
      <TextAreaField field={fields.note} label="Note" aside="optional" rows={3} />
      <FormFoot>
        <Button variant="primary">Record the outcome</Button>
        <ButtonLink to={cancelHref} variant="quiet">
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}
