import type { FieldMetadata } from '@conform-to/react'

import { TextField } from '#app/components/forms/fields.tsx'

type Field = FieldMetadata<unknown, Record<string, unknown>, string[]>

/** Rows of two boxes, such as a currency and its rate; an empty row is left out when the form is saved. */
export function PairRows({
  labels,
  rows,
}: {
  labels: readonly [string, string]
  rows: readonly { key: string; first: Field; second: Field }[]
}) {
  return (
    <div className="space-y-2">
      {rows.map(({ key, first, second }, index) => (
        <div key={key} className="grid grid-cols-[minmax(0,1fr)_10rem] items-start gap-3">
          <TextField
            field={first}
            label={index === 0 ? labels[0] : `${labels[0]}, row ${index + 1}`}
            hideLabel={index > 0}
            autoComplete="off"
          />
          <TextField
            field={second}
            label={index === 0 ? labels[1] : `${labels[1]}, row ${index + 1}`}
            hideLabel={index > 0}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
      ))}
    </div>
  )
}
