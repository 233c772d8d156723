import { getInputProps, type FieldMetadata } from '@conform-to/react'

import { Checkbox } from '#app/components/ui/inputs.tsx'

/** Whether what an attribute says can be changed with the customer. */
export function ChangeableField({
  field,
}: {
  field: FieldMetadata<boolean | undefined, Record<string, unknown>, string[]>
}) {
  const { key, ...props } = getInputProps(field, { type: 'checkbox', ariaAttributes: false })
  return (
    <Checkbox
      key={key}
      {...props}
      label="A CSM can work on it"
      description="Such as a sponsor or an integration, unlike the industry."
    />
  )
}
