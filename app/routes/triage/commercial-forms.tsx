import { SelectField, TextAreaField, TextField } from '#app/components/forms/fields.tsx'
import { answerTo } from '#app/components/forms/use-action-form.ts'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { Segmented } from '#app/components/ui/segmented.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import {
  acceptChangeSchema,
  askCommercialSchema,
  declineChangeSchema,
} from '#app/domain/triage/schemas.ts'
import type { TriageOptions } from '#app/domain/triage/get-options.server.ts'
import { teamWord } from '#app/components/team-dot.tsx'

import type { DecisionTarget } from './decision-form.tsx'
import { PanelForm, usePanelForm } from './panel-form.tsx'
import { DeclineFields } from './panel-words.tsx'

/** Asks somebody whether the change is made, and at what price. */
export function AskForm({
  target,
  people,
}: {
  target: DecisionTarget
  people: TriageOptions['people']
}) {
  const { fields, ...panel } = usePanelForm(askCommercialSchema, target, 'commercial')
  return (
    <PanelForm
      {...panel}
      {...{ target, noun: 'commercial', hidden: { step: 'ask' }, submit: 'Ask for the decision' }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          field={fields.ownerId}
          label="Who decides"
          placeholder="Choose a person"
          options={people.map(({ id, name, team }) => ({
            value: id,
            label: `${name}, ${teamWord(team)}`,
          }))}
        />
        <TextAreaField
          field={fields.words}
          label="What they should know"
          aside="optional"
          rows={2}
          className="sm:col-span-2"
        />
      </div>
    </PanelForm>
  )
}

type VerdictProps = {
  target: DecisionTarget
  currency: string
  /** Where the way out leads, when the forms stand on a page of their own. */
  cancelTo?: string
}

/** The decision once it is there: accepted, with who pays, or declined. */
export function VerdictForms(props: VerdictProps) {
  return (
    <>
      <AcceptForm {...props} />
      <Disclosure
        summary="Decline the change instead"
        open={answerOf(props.target, 'decline') !== null}
        className="mt-4"
      >
        <div className="mt-2">
          <DeclineForm {...props} />
        </div>
      </Disclosure>
    </>
  )
}

/** The page's answer, if it was to this of the two forms. */
const answerOf = ({ result }: DecisionTarget, step: string) => answerTo(result, { step })

function AcceptForm({ target, currency, cancelTo }: VerdictProps) {
  const answered = { ...target, result: answerOf(target, 'accept') }
  const { fields, ...panel } = usePanelForm(acceptChangeSchema, answered, 'commercial', {
    currency,
  })
  return (
    <PanelForm
      {...panel}
      {...{ target, noun: 'commercial', hidden: { step: 'accept' }, cancelTo }}
      submit="Accept the change"
    >
      <div className="grid gap-4 sm:grid-cols-[auto_1fr_1fr]">
        <FieldGroup id={fields.billable.id} label="Billable" errors={fields.billable.errors}>
          <Segmented
            name={fields.billable.name}
            defaultValue={fields.billable.initialValue}
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
        </FieldGroup>
        <TextField field={fields.amount} label="Amount" aside="optional" inputMode="decimal" />
        <TextField field={fields.currency} label="Currency" />
        <TextAreaField
          field={fields.words}
          label="Why"
          aside="optional"
          rows={2}
          className="sm:col-span-3"
        />
      </div>
    </PanelForm>
  )
}

function DeclineForm({ target, cancelTo }: VerdictProps) {
  const answered = { ...target, result: answerOf(target, 'decline') }
  const { fields, ...panel } = usePanelForm(declineChangeSchema, answered, 'commercial-no')
  return (
    <PanelForm
      {...panel}
      {...{ target, noun: 'commercial', hidden: { step: 'decline' }, cancelTo }}
      submit="Decline"
      danger
    >
      <DeclineFields fields={fields} />
    </PanelForm>
  )
}
