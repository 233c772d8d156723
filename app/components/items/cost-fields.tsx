import type { ComponentProps } from 'react'

import { SelectField, TextField } from '#app/components/forms/fields.tsx'
import { SIZE_WEEKS } from '#app/domain/scoring/cost.ts'
import { COST_SIZES } from '#db/constants.ts'

type AnyField = ComponentProps<typeof TextField>['field']

const SIZE_OPTIONS = COST_SIZES.map((value) => {
  const weeks = SIZE_WEEKS[value]
  return { value, label: `${value}, about ${weeks} ${weeks === 1 ? 'week' : 'weeks'}` }
})

/** Cost as three estimates of engineer-weeks, or as a size. */
export function CostFields({
  fields,
}: {
  fields: Readonly<Record<'costLow' | 'costLikely' | 'costHigh' | 'costSize', AnyField>>
}) {
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField field={fields.costLow} label="Low" aside="weeks" inputMode="decimal" />
        <TextField field={fields.costLikely} label="Likely" aside="weeks" inputMode="decimal" />
        <TextField field={fields.costHigh} label="High" aside="weeks" inputMode="decimal" />
      </div>
      <p className="text-small text-muted">
        Engineer-weeks of everybody who works on it. It should stay below low, or go above high,
        only one time in ten.
      </p>
      <SelectField
        field={fields.costSize}
        label="Or a size"
        options={SIZE_OPTIONS}
        placeholder="None"
        hint="While nothing is estimated, the item counts as M."
      />
    </div>
  )
}
