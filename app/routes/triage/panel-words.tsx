import type { ComponentProps } from 'react'

import { SelectField, TextAreaField, TextField } from '#app/components/forms/fields.tsx'
import { DECLINE_OPTIONS } from '#app/components/triage/options.ts'
import { answerSchema, askBackSchema, declineSchema } from '#app/domain/triage/schemas.ts'

import { PanelForm, usePanelForm } from './panel-form.tsx'
import type { PanelProps } from './panels.tsx'

/** Answers a question. */
export function AnswerPanel({ target }: PanelProps) {
  const { fields, ...panel } = usePanelForm(answerSchema, target, 'answer')
  return (
    <PanelForm {...panel} target={target} noun="answer" submit="Answer and close">
      <TextAreaField field={fields.words} label="Answer" rows={4} />
    </PanelForm>
  )
}

/** Asks the CSM back. */
export function QuestionPanel({ target }: PanelProps) {
  const { fields, ...panel } = usePanelForm(askBackSchema, target, 'question')
  return (
    <PanelForm {...panel} target={target} noun="question" submit="Ask back">
      <TextAreaField
        field={fields.words}
        label="Question to the CSM"
        hint="The request leaves the inbox and comes again with the reply."
        rows={4}
      />
    </PanelForm>
  )
}

/** Declines, with a reason, words to pass on, and when to look again. */
export function DeclinePanel({ target }: PanelProps) {
  const { fields, ...panel } = usePanelForm(declineSchema, target, 'decline')
  return (
    <PanelForm {...panel} target={target} noun="decline" submit="Decline" danger>
      <DeclineFields fields={fields} />
    </PanelForm>
  )
}

type Field = ComponentProps<typeof TextField>['field']

/** What a "no" says; the same wherever one is said. */
export function DeclineFields({
  fields,
}: {
  fields: Record<'reason' | 'words' | 'condition' | 'revisitOn', Field>
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        field={fields.reason}
        label="Reason"
        placeholder="Choose a reason"
        options={DECLINE_OPTIONS}
        className="sm:col-span-2"
      />
      <TextAreaField
        field={fields.words}
        label="Words for the customer"
        hint="The CSM passes them on."
        rows={3}
        className="sm:col-span-2"
      />
      <TextField
        field={fields.condition}
        label="Look again when"
        aside="optional"
        placeholder="three more accounts ask for it"
      />
      <TextField field={fields.revisitOn} label="Look again on" aside="optional" type="date" />
    </div>
  )
}
