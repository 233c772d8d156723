import { getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import type { FieldMetadata } from '@conform-to/react'
import type { ComponentProps, ReactNode } from 'react'

import { Callout } from '#app/components/ui/callout.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Select, TextArea, TextInput } from '#app/components/ui/inputs.tsx'

type Labels = Pick<ComponentProps<typeof Field>, 'label' | 'aside' | 'hint' | 'hideLabel'>
type Meta<Value = unknown> = FieldMetadata<Value, Record<string, unknown>, string[]>

type TextFieldProps = Labels & {
  field: Meta
  type?: 'text' | 'email' | 'password' | 'date' | 'url' | 'hidden'
  className?: string
} & Pick<
    ComponentProps<typeof TextInput>,
    'autoComplete' | 'autoFocus' | 'inputMode' | 'placeholder' | 'readOnly' | 'spellCheck' | 'list'
  >

/** One line of text of a form: label, box, hint and errors. */
export function TextField({
  field,
  type = 'text',
  label,
  aside,
  hint,
  hideLabel,
  className,
  ...input
}: TextFieldProps) {
  const { key, ...props } = getInputProps(field, { type, ariaAttributes: false })
  return (
    <Field {...{ label, aside, hint, hideLabel, className }} id={field.id} errors={field.errors}>
      <TextInput key={key} {...props} {...input} />
    </Field>
  )
}

type TextAreaFieldProps = Labels & { field: Meta; rows?: number; className?: string }

/** Several lines of text of a form. */
export function TextAreaField({
  field,
  rows,
  label,
  aside,
  hint,
  hideLabel,
  className,
}: TextAreaFieldProps) {
  const { key, ...props } = getTextareaProps(field, { ariaAttributes: false })
  return (
    <Field {...{ label, aside, hint, hideLabel, className }} id={field.id} errors={field.errors}>
      <TextArea key={key} rows={rows} {...props} />
    </Field>
  )
}

type SelectFieldProps = Labels & {
  field: Meta
  options: readonly { value: string | number; label: string }[]
  placeholder?: string
  className?: string
}

/** A choice of a list. */
export function SelectField({
  field,
  options,
  placeholder,
  label,
  aside,
  hint,
  hideLabel,
  className,
}: SelectFieldProps) {
  const { key, ...props } = getSelectProps(field, { ariaAttributes: false })
  return (
    <Field {...{ label, aside, hint, hideLabel, className }} id={field.id} errors={field.errors}>
      <Select key={key} placeholder={placeholder} {...props}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** What is wrong with the form as a whole, above its fields. */
export function FormErrors({ errors, id }: { errors: string[] | undefined; id?: string }) {
  if (!errors?.length) return null
  return (
    <Callout tone="risk" live className="mb-4">
      <span id={id}>{errors.join(' ')}</span>
    </Callout>
  )
}

/** The foot of a form: its button, and what else leads on. */
export function FormFoot({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap items-center gap-2">{children}</div>
}

/** Values that the form carries unseen; `answerTo` finds the form again by them. */
export function HiddenFields({ values }: { values: Readonly<Record<string, string | number>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** Says beside a button that its form was saved. */
export function Saved({ when }: { when: boolean }) {
  return (
    <span role="status" className="text-small text-good">
      {when ? 'Saved' : null}
    </span>
  )
}
