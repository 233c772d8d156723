import { getInputProps, type FieldMetadata } from '@conform-to/react'
import { useState } from 'react'

import { FieldErrors } from '#app/components/ui/field.tsx'
import { fieldIds } from '#app/components/ui/field-context.ts'
import { Checkbox } from '#app/components/ui/inputs.tsx'

/** The box that says the second time that an amount out of the ordinary is right. Absent until it is asked for. */
export function LargeAmount({
  field,
}: {
  field: FieldMetadata<boolean | undefined, Record<string, unknown>, string[]>
}) {
  const [question, setQuestion] = useState(field.errors)
  // Ticking the box clears the error; the question must stay beside it.
  if (field.errors && field.errors !== question) setQuestion(field.errors)
  if (!question) return null
  const { key, ...props } = getInputProps(field, { type: 'checkbox', ariaAttributes: false })
  const errorId = fieldIds(field.id).error
  return (
    <div className="rounded-md border border-line-strong bg-watch-soft px-3 py-2">
      <FieldErrors id={errorId} errors={question} />
      <Checkbox
        key={key}
        {...props}
        aria-describedby={errorId}
        label="The amount is right"
        className="mt-1"
      />
    </div>
  )
}
