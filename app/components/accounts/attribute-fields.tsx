import type { FieldMetadata } from '@conform-to/react'

import { SelectField, TextField } from '#app/components/forms/fields.tsx'
import type { AttributeDefinition } from '#app/domain/accounts/attributes.ts'

type Fields = Readonly<
  Record<string, FieldMetadata<unknown, Record<string, unknown>, string[]> | undefined>
>

/** A field for each custom attribute, by its type. */
export function AttributeFields({
  definitions,
  fields,
}: {
  definitions: readonly AttributeDefinition[]
  fields: Fields
}) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {definitions.map((definition) => {
        const field = fields[definition.key]
        return field ? (
          <AttributeField key={definition.key} definition={definition} field={field} />
        ) : null
      })}
    </div>
  )
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

function AttributeField({
  definition: { label, type, choices },
  field,
}: {
  definition: AttributeDefinition
  field: NonNullable<Fields[string]>
}) {
  switch (type) {
    case 'choice':
      return (
        <SelectField
          field={field}
          label={label}
          placeholder="Unknown"
          options={choices.map((choice) => ({ value: choice, label: choice }))}
        />
      )
    case 'boolean':
      return <SelectField field={field} label={label} placeholder="Unknown" options={YES_NO} />
    case 'date':
      return <TextField field={field} type="date" label={label} />
    case 'number':
      return <TextField field={field} label={label} inputMode="decimal" autoComplete="off" />
    case 'text':
      return <TextField field={field} label={label} autoComplete="off" />
  }
}
