import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { z } from 'zod'

import { FormErrors, HiddenFields, TextField } from '#app/components/forms/fields.tsx'
import { answerTo, useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'

/** A form of one name and a button, such as to add an area or to rename one. */
export function OneBoxForm({
  id,
  hidden,
  version,
  schema,
  label,
  name = '',
  button,
  result,
}: {
  id: string
  hidden: Readonly<Record<string, string | number>>
  /** Of the record that has the name so far. */
  version?: number
  schema: z.ZodType<unknown, { name: string }>
  label: string
  name?: string
  button: string
  result: SubmissionResult<string[]> | null | undefined
}) {
  const [form, fields] = useActionForm(schema, {
    id,
    lastResult: answerTo(result, hidden),
    defaultValue: { name },
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="min-w-0 flex-1">
      <FormErrors errors={form.errors} />
      <HiddenFields values={version === undefined ? hidden : { ...hidden, version }} />
      <div className="flex items-start gap-2">
        <TextField
          field={fields.name}
          label={label}
          hideLabel
          placeholder={label}
          autoComplete="off"
          className="min-w-0 flex-1"
        />
        <Button>{button}</Button>
      </div>
    </Form>
  )
}

/** A form of one button, such as to put something away. */
export function OneButtonForm({
  hidden,
  label,
  children,
}: {
  hidden: Readonly<Record<string, string | number>>
  /** Names what the button is about, for screen readers. */
  label: string
  children: string
}) {
  return (
    <Form method="post">
      <HiddenFields values={hidden} />
      <Button variant="quiet" aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}
