import { TextAreaField } from '#app/components/forms/fields.tsx'
import { doubtSchema } from '#app/domain/triage/schemas.ts'

import type { DecisionTarget } from './decision-form.tsx'
import { PanelForm, usePanelForm } from './panel-form.tsx'

/** Why the evidence of a request is not convincing. */
export function DoubtPanel({ target }: { target: DecisionTarget }) {
  const { fields, ...panel } = usePanelForm(doubtSchema, target, 'doubt')
  return (
    <PanelForm
      {...panel}
      target={target}
      noun="doubt"
      hidden={{ convincing: 'no' }}
      submit="Not convincing"
    >
      <TextAreaField
        field={fields.reason}
        label="What would convince you?"
        hint="The CSM reads this. Until they give better evidence, it counts one level lower."
        rows={2}
      />
    </PanelForm>
  )
}
