import { TextAreaField } from '#app/components/forms/fields.tsx'
import { ImportanceBars } from '#app/components/importance-bars.tsx'
import { IMPORTANCE_OPTIONS } from '#app/components/triage/options.ts'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { settleSchema } from '#app/domain/triage/schemas.ts'

import type { DecisionTarget } from './decision-form.tsx'
import type { Pane } from './load-pane.server.ts'
import { PanelForm, usePanelForm } from './panel-form.tsx'

/** A manager's word on the importance, with the reason. */
export function SettleForm({
  target,
  importance,
  cancelTo,
}: {
  target: DecisionTarget
  /** The one that counts now. */
  importance: Pane['request']['importance']
  cancelTo?: string
}) {
  const { fields, ...panel } = usePanelForm(settleSchema, target, 'settlement', { importance })
  return (
    <PanelForm {...panel} target={target} noun="settlement" submit="Settle" cancelTo={cancelTo}>
      <div className="space-y-4">
        <FieldGroup
          id={fields.importance.id}
          label="Importance that counts"
          errors={fields.importance.errors}
        >
          <RadioList
            name={fields.importance.name}
            defaultValue={fields.importance.initialValue}
            choices={IMPORTANCE_OPTIONS.map(({ value, definition }) => ({
              value,
              label: <ImportanceBars importance={value} />,
              description: definition,
            }))}
          />
        </FieldGroup>
        <TextAreaField field={fields.reason} label="Reason, for both teams" rows={2} />
      </div>
    </PanelForm>
  )
}
