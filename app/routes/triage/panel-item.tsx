import { SelectField, TextAreaField, TextField } from '#app/components/forms/fields.tsx'
import { COST_SIZE_OPTIONS, ITEM_TYPE_OPTIONS } from '#app/components/triage/options.ts'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { newItemOfRequestSchema } from '#app/domain/triage/schemas.ts'

import { PanelForm, usePanelForm } from './panel-form.tsx'
import type { PanelProps } from './panels.tsx'
import { areaOptions, lineOptions } from './place-options.ts'

/** Makes a new item of the request. */
export function ItemPanel({ target, pane: { request, options } }: PanelProps) {
  const { fields, ...panel } = usePanelForm(newItemOfRequestSchema, target, 'item', {
    title: request.title,
    type: request.type === 'question' ? undefined : request.type,
    productLineId: String(request.productLineId),
    areaId: request.areaId === null ? undefined : String(request.areaId),
  })
  return (
    <PanelForm {...panel} target={target} noun="item" submit="Make the item and link">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField field={fields.title} label="Title" className="sm:col-span-2" />
        <SelectField field={fields.type} label="Type" options={ITEM_TYPE_OPTIONS} />
        <TextAreaField
          field={fields.description}
          label="Description"
          aside="optional"
          rows={2}
          className="sm:col-span-3"
        />
        <SelectField
          field={fields.productLineId}
          label="Product line"
          options={lineOptions(options)}
        />
        <SelectField
          field={fields.areaId}
          label="Area"
          aside="optional"
          placeholder="None"
          options={areaOptions(options)}
        />
        <SelectField
          field={fields.ownerId}
          label="Owner"
          aside="optional"
          placeholder="Nobody yet"
          options={options.owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Disclosure summary="Cost, when you know it already" className="mt-3">
        <div className="mt-1 grid grid-cols-2 gap-4 sm:grid-cols-4">
          <TextField field={fields.costLow} label="Low" aside="weeks" inputMode="decimal" />
          <TextField field={fields.costLikely} label="Likely" aside="weeks" inputMode="decimal" />
          <TextField field={fields.costHigh} label="High" aside="weeks" inputMode="decimal" />
          <SelectField
            field={fields.costSize}
            label="or a size"
            placeholder="None"
            options={COST_SIZE_OPTIONS}
          />
        </div>
      </Disclosure>
    </PanelForm>
  )
}
