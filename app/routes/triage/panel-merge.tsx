import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { STATE_LABELS } from '#app/domain/requests/labels.ts'
import { mergeSchema } from '#app/domain/triage/schemas.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { PanelForm, usePanelForm } from './panel-form.tsx'
import type { PanelProps } from './panels.tsx'

/** Merges the request into another one of its account. */
export function MergePanel({ target, pane: { account, neighbours } }: PanelProps) {
  const { fields, ...panel } = usePanelForm(mergeSchema, target, 'merge')
  const first = neighbours.sameAccount[0]
  if (!first) {
    return (
      <p className="text-muted">
        {account.name} has no other open request. Requests of several accounts are not merged: they
        share an item.
      </p>
    )
  }
  return (
    <PanelForm {...panel} target={target} noun="merge" submit="Merge">
      <FieldGroup
        id={fields.otherId.id}
        label="Into which request?"
        hint="Its words, importance and evidence count from then on; these stay readable."
        errors={fields.otherId.errors}
      >
        <RadioList
          name={fields.otherId.name}
          defaultValue={fields.otherId.initialValue?.toString() ?? String(first.id)}
          choices={neighbours.sameAccount.map(({ id, title, state, importance }) => ({
            value: String(id),
            label: title,
            description: `${requestKey(id)}, ${importance}, ${STATE_LABELS[state].toLowerCase()}`,
          }))}
        />
      </FieldGroup>
    </PanelForm>
  )
}
