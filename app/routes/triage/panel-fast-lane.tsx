import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { fastLaneSchema } from '#app/domain/triage/schemas.ts'
import { itemKey } from '#app/lib/readable-id.ts'

import { PanelForm, usePanelForm } from './panel-form.tsx'
import type { PanelProps } from './panels.tsx'

/** Takes a bug into the fast lane, with an item that exists or one made of it. */
export function FastLanePanel({ target, pane: { request, neighbours } }: PanelProps) {
  const { fields, ...panel } = usePanelForm(fastLaneSchema, target, 'fast-lane')
  return (
    <PanelForm {...panel} target={target} noun="fast-lane" submit="Take into the fast lane">
      <FieldGroup
        id={fields.itemId.id}
        label="Which item?"
        hint="The item carries the mark of the fast lane and is ranked like the others."
        errors={fields.itemId.errors}
      >
        <RadioList
          name={fields.itemId.name}
          defaultValue={fields.itemId.initialValue?.toString() ?? ''}
          choices={[
            { value: '', label: `A new item: ${request.title}` },
            ...neighbours.items.map(({ id, title }) => ({
              value: String(id),
              label: title,
              aside: <span className="text-faint">{itemKey(id)}</span>,
            })),
          ]}
        />
      </FieldGroup>
    </PanelForm>
  )
}
