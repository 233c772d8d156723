import { Form } from '@remix-run/react'

import { FormErrors, FormFoot, HiddenFields } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { Checkbox, Select, TextInput } from '#app/components/ui/inputs.tsx'
import type { Field as ImportField } from '#app/domain/imports/field.ts'
import { FIELDS } from '#app/domain/imports/fields.ts'
import type { ImportPage } from '#app/domain/imports/get-import.server.ts'
import {
  choiceOf,
  columnChoice,
  fieldInput,
  valueChoice,
} from '#app/domain/imports/mapping-form.ts'
import { currencyCodes } from '#app/lib/currencies.ts'

import type { Answer } from './answer.ts'

type Props = { record: ImportPage; problems: Answer['problems'] }

/** Which column fills which field. */
export function MappingForm({ record, problems }: Props) {
  const { settings, kind } = record
  const { mapping } = settings
  const general = problems.filter(({ field }) => field === undefined)
  return (
    <Form method="post" key={JSON.stringify([settings.format, settings.columns])} className="mt-3">
      <HiddenFields values={{ intent: 'mapping' }} />
      <FormErrors errors={general.length > 0 ? general.map(({ message }) => message) : undefined} />
      <div className="grid gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
        <Field
          id="source"
          label="Source system"
          hint="Together with the id it finds a record again."
        >
          <TextInput name="source" defaultValue={mapping.source} maxLength={40} required />
        </Field>
        <Field id="currency" label="Currency" hint="Of amounts that come without one.">
          <Select name="currency" defaultValue={mapping.currency}>
            {currencyCodes().map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </Field>
        {FIELDS[kind].map((field) => (
          <FieldChoice
            key={field.key}
            field={field}
            record={record}
            errors={problems.filter((one) => one.field === field.key).map((one) => one.message)}
          />
        ))}
      </div>
      {kind === 'accounts' ? <AttributeChoices record={record} /> : null}
      <FormFoot>
        <Button variant="primary">Check the file</Button>
        <span className="text-small text-muted">Nothing is changed by this.</span>
      </FormFoot>
    </Form>
  )
}

function FieldChoice({
  field,
  record,
  errors,
}: {
  field: ImportField
  record: ImportPage
  errors: string[]
}) {
  const { columns, mapping, preview } = record.settings
  const chosen = mapping.columns[field.key]
  const sample = preview
    .map((cells) => (chosen === undefined ? '' : (cells[chosen] ?? '')))
    .find((cell) => cell !== '')
  const values =
    field.key === 'product_line'
      ? record.productLines.map(({ slug, name }) => ({ value: slug, label: name }))
      : (field.choices ?? []).map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  return (
    <Field
      id={fieldInput(field.key)}
      label={field.label}
      aside={field.required ? 'needed' : undefined}
      hint={sample === undefined ? field.help : `${field.help} Such as “${sample.slice(0, 60)}”.`}
      errors={errors}
      className="min-w-0"
    >
      <Select name={fieldInput(field.key)} defaultValue={choiceOf(mapping, field.key)}>
        <option value="">Not in the file</option>
        <optgroup label="Column">
          {columns.map((column) => (
            <option key={column} value={columnChoice(column)}>
              {column}
            </option>
          ))}
        </optgroup>
        {values.length > 0 ? (
          <optgroup label="The same for all rows">
            {values.map(({ value, label }) => (
              <option key={value} value={valueChoice(value)}>
                {label}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Select>
    </Field>
  )
}

/** Columns that no field takes can be kept as custom attributes. */
function AttributeChoices({ record }: { record: ImportPage }) {
  const { columns, mapping } = record.settings
  const used = new Set(Object.values(mapping.columns))
  const free = columns.filter((column) => !used.has(column))
  const kept = new Set(mapping.attributes.map(({ column }) => column))
  if (free.length === 0) return null
  return (
    <Disclosure
      className="mt-4"
      open={kept.size > 0}
      summary={`${kept.size} of ${free.length} other columns are kept as custom attributes`}
    >
      <FieldGroup id="attributes" label="Custom attributes" hideLabel className="pt-1">
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 xl:grid-cols-4">
          {free.map((column) => (
            <Checkbox
              key={column}
              id={`attribute-${column}`}
              name="attribute"
              value={column}
              defaultChecked={kept.has(column)}
              label={<span className="wrap-anywhere">{column}</span>}
            />
          ))}
        </div>
      </FieldGroup>
    </Disclosure>
  )
}
