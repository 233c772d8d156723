import { SelectField } from '#app/components/forms/fields.tsx'
import { moveSchema } from '#app/domain/triage/schemas.ts'

import { PanelForm, usePanelForm } from './panel-form.tsx'
import type { PanelProps } from './panels.tsx'
import { areaOptions, lineOptions } from './place-options.ts'

/** Moves the request to another product line or area. */
export function LinePanel({ target, pane: { request, options } }: PanelProps) {
  const { fields, ...panel } = usePanelForm(moveSchema, target, 'line', {
    productLineId: String(request.productLineId),
    areaId: request.areaId === null ? undefined : String(request.areaId),
  })
  return (
    <PanelForm {...panel} target={target} noun="line" submit="Move">
      <div className="grid gap-4 sm:grid-cols-2">
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
      </div>
    </PanelForm>
  )
}
