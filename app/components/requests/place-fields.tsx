import { Field } from '#app/components/ui/field.tsx'
import { Select } from '#app/components/ui/inputs.tsx'

import type { NamedField } from './evidence-fields.tsx'

export type PlaceChoices = ReadonlyArray<{
  id: number
  name: string
  areas: ReadonlyArray<{ id: number; name: string }>
}>

/** The product line, and one of its areas. */
export function PlaceFields({
  fields,
  lines,
  lineId,
  areaId,
  onLine,
}: {
  fields: Record<'productLineId' | 'areaId', NamedField>
  lines: PlaceChoices
  lineId: number
  areaId: string | undefined
  onLine: (lineId: number) => void
}) {
  const { productLineId: line, areaId: area } = fields
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field id={line.id} label="Product line" errors={line.errors}>
        <Select
          name={line.name}
          value={lineId}
          onChange={(event) => onLine(Number(event.currentTarget.value))}
        >
          {lines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={area.id} label="Area" aside="if you know" errors={area.errors}>
        <Select key={lineId} name={area.name} defaultValue={areaId} placeholder="Product decides">
          {(lines.find(({ id }) => id === lineId)?.areas ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
