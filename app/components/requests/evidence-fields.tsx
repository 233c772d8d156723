import type { FieldMetadata } from '@conform-to/react'

import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { TextArea, TextInput } from '#app/components/ui/inputs.tsx'
import { Segmented } from '#app/components/ui/segmented.tsx'

/** As much of a field as a hand-made control needs. */
export type NamedField = Pick<FieldMetadata, 'id' | 'name' | 'errors'>

const EVIDENCES = [
  { value: 'none', label: 'No sign' },
  { value: 'csm_belief', label: 'I believe so' },
  { value: 'customer_said', label: 'They said' },
  { value: 'customer_written', label: 'They wrote' },
]

/** How the CSM knows that the customer would leave without it. What they wrote is quoted or linked to. */
export function EvidenceFields({
  fields,
  initial,
}: {
  fields: Record<'evidence' | 'evidenceUrl' | 'evidenceQuote', NamedField>
  initial: { evidence: string; url: string | undefined; quote: string | undefined }
}) {
  return (
    <div className="group/evidence">
      <FieldGroup
        id={fields.evidence.id}
        label="Would they leave without it?"
        errors={fields.evidence.errors}
      >
        <Segmented
          name={fields.evidence.name}
          options={EVIDENCES}
          defaultValue={initial.evidence}
          className="w-full"
        />
      </FieldGroup>
      <div className="mt-2 hidden space-y-2 border-l-2 pl-3 group-has-[[value=customer\_written]:checked]/evidence:block">
        <Field
          id={fields.evidenceQuote.id}
          label="What they wrote"
          errors={fields.evidenceQuote.errors}
        >
          <TextArea
            name={fields.evidenceQuote.name}
            defaultValue={initial.quote}
            dir="auto"
            rows={2}
          />
        </Field>
        <Field
          id={fields.evidenceUrl.id}
          label="Link"
          aside="to the mail, ticket or contract, instead or besides"
          errors={fields.evidenceUrl.errors}
        >
          <TextInput
            name={fields.evidenceUrl.name}
            type="url"
            inputMode="url"
            defaultValue={initial.url}
            placeholder="https://"
          />
        </Field>
      </div>
    </div>
  )
}
