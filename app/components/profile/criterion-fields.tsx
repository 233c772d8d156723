import { getInputProps, useField, type FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'

import { SelectField, TextField } from '#app/components/forms/fields.tsx'
import { CRITERION_KINDS, CRITERION_OPERATORS } from '#db/constants.ts'

/** What the boxes of a criterion hold: text, whatever becomes of it. */
export type TypedCriterion = Record<
  'key' | 'kind' | 'label' | 'attribute' | 'operator' | 'value' | 'points' | 'why',
  string
>

const KIND_WORDS = { points: 'Points', must_have: 'Must have', exclusion: 'Exclude' } as const
const OPERATOR_WORDS = {
  is_one_of: 'is one of',
  between: 'is between',
  at_least: 'is at least',
  at_most: 'is at most',
  contains: 'contains',
  is_known: 'is known',
} as const

export const EMPTY_CRITERION: TypedCriterion = {
  key: '',
  kind: 'points',
  label: '',
  attribute: '',
  operator: 'is_one_of',
  value: '',
  points: '',
  why: '',
}

export type AttributeOption = { key: string; label: string }

/** What a row brings to the 100 points while it is typed. */
export function pointsOf(row: unknown): number {
  const { kind, points } = (row ?? {}) as Partial<Record<keyof TypedCriterion, string>>
  return kind === 'points' ? Number(points) || 0 : 0
}

/** One criterion of a proposal: a box for each part of it, and the button that takes it away. */
export function CriterionFields({
  name,
  index,
  attributes,
  children,
}: {
  name: FieldMetadata<TypedCriterion>['name']
  index: number
  attributes: readonly AttributeOption[]
  children: ReactNode
}) {
  const [field] = useField<TypedCriterion>(name)
  const row = field.getFieldset()
  return (
    <div
      role="group"
      aria-label={`Criterion ${index + 1}`}
      className="grid gap-x-2 gap-y-2 md:grid-cols-[7rem_minmax(0,1.2fr)_minmax(0,1fr)_8rem_minmax(0,1.2fr)_5rem_auto]"
    >
      <input {...getInputProps(row.key, { type: 'hidden', ariaAttributes: false })} />
      <SelectField
        field={row.kind}
        label="Kind"
        options={CRITERION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
      />
      <TextField field={row.label} label="Name" />
      <SelectField
        field={row.attribute}
        label="Attribute"
        placeholder="Choose"
        options={attributes.map(({ key, label }) => ({ value: key, label }))}
      />
      <SelectField
        field={row.operator}
        label="Test"
        options={CRITERION_OPERATORS.map((value) => ({ value, label: OPERATOR_WORDS[value] }))}
      />
      <TextField field={row.value} label="Value" placeholder="Retail, Logistics / 50 to 500" />
      <TextField field={row.points} label="Points" inputMode="decimal" />
      <div className="md:pt-6">{children}</div>
      <TextField
        field={row.why}
        label="Why it matters"
        className="md:col-span-6"
        placeholder="In plain words"
      />
    </div>
  )
}
