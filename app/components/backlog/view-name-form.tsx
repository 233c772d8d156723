import type { SubmissionResult } from '@conform-to/react'

import { HiddenFields } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'

/** What stands in a form that names a view: the box, its errors, and Save. */
export function ViewNameForm({
  name,
  hidden = {},
  result,
}: {
  name: string
  hidden?: Readonly<Record<string, string>>
  result: SubmissionResult<string[]> | undefined
}) {
  const errors = result?.error
  return (
    <div data-stays="" className="flex items-start gap-2">
      <HiddenFields values={hidden} />
      <Field
        id="view-name"
        label="Name of the view"
        hideLabel
        errors={errors?.['name'] ?? errors?.[''] ?? undefined}
      >
        <TextInput
          name="name"
          required
          maxLength={60}
          defaultValue={name}
          placeholder="Name of the view"
        />
      </Field>
      <Button variant="primary">Save</Button>
    </div>
  )
}
