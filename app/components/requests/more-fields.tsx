import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select, TextArea, TextInput } from '#app/components/ui/inputs.tsx'
import { SOURCE_LABELS } from '#app/domain/requests/labels.ts'
import { REQUEST_SOURCES } from '#db/constants.ts'

import type { NamedField } from './evidence-fields.tsx'

type MoreName = 'contactName' | 'contactRole' | 'source' | 'goal' | 'title'

/** What helps and nobody must fill in; open where something is filled in or wrong. */
export function MoreFields({
  fields,
  value,
}: {
  fields: Record<MoreName, NamedField>
  value: (name: MoreName) => string | undefined
}) {
  const names: MoreName[] = ['contactName', 'contactRole', 'goal', 'title']
  const wrong = [...names, 'source' as const].some((name) => fields[name].errors?.length)
  return (
    <Disclosure
      summary="Who said it, where, and what it keeps them from"
      open={wrong || names.some(value)}
    >
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Line field={fields.contactName} label="Who said it" value={value('contactName')} />
        <Line field={fields.contactRole} label="Their role" value={value('contactRole')} />
        <Field id={fields.source.id} label="Where you heard it" errors={fields.source.errors}>
          <Select name={fields.source.name} defaultValue={value('source') ?? 'call'}>
            {REQUEST_SOURCES.map((source) => (
              <option key={source} value={source}>
                {SOURCE_LABELS[source]}
              </option>
            ))}
          </Select>
        </Field>
        <Line
          field={fields.title}
          label="Title"
          aside="otherwise their first sentence"
          value={value('title')}
        />
        <Field
          id={fields.goal.id}
          label="Goal it keeps them from"
          errors={fields.goal.errors}
          className="sm:col-span-2"
        >
          <TextArea name={fields.goal.name} defaultValue={value('goal')} dir="auto" rows={2} />
        </Field>
      </div>
    </Disclosure>
  )
}

function Line({
  field,
  label,
  aside,
  value,
}: {
  field: NamedField
  label: string
  aside?: string
  value: string | undefined
}) {
  return (
    <Field id={field.id} label={label} aside={aside} errors={field.errors}>
      <TextInput name={field.name} defaultValue={value} dir="auto" autoComplete="off" />
    </Field>
  )
}
