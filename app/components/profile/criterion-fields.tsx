import { getInputProps, useField, useFormMetadata, type FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'

import { SelectField, TextField } from '#app/components/forms/fields.tsx'
import type { RowMeasure } from '#app/domain/icp/draft.ts'
import { readNumber } from '#app/domain/icp/operand-text.ts'
import { operatorWord, OPERATORS_OF } from '#app/domain/icp/operators.ts'
import { CRITERION_KINDS, CRITERION_OPERATORS, type AttributeType } from '#db/constants.ts'

import { CriterionCount, AbsentValues } from './criterion-count.tsx'
import { CRITERION_WORDS } from './criterion-words.ts'
import { OfferedValues } from './offered-values.tsx'

/** What the boxes of a criterion hold: text, whatever becomes of it. */
export type TypedCriterion = Record<
  'key' | 'kind' | 'label' | 'attribute' | 'operator' | 'value' | 'points' | 'why',
  string
>

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

/** An attribute that can be asked for, with values to choose from. */
export type OfferedAttribute = {
  key: string
  label: string
  type: AttributeType
  values: readonly string[]
  /** Put away: it can be asked for no longer. */
  removed: boolean
}

/** What a row brings to the 100 points while it is typed. */
export function pointsOf(row: unknown): number {
  const { kind, points } = (row ?? {}) as Partial<Record<keyof TypedCriterion, string>>
  return kind === 'points' ? (readNumber(points ?? '') ?? 0) : 0
}

/** The columns of the editor; on a phone its boxes stand below each other with their labels. */
export const CRITERION_GRID =
  'grid grid-cols-2 gap-x-2 gap-y-2 md:grid-cols-[6.5rem_minmax(0,1.3fr)_minmax(0,1.1fr)_8rem_minmax(0,1.3fr)_4rem_6.5rem_2rem]'

const PLACEHOLDERS: Readonly<Record<AttributeType, string>> = {
  text: 'Retail, Logistics',
  choice: 'Retail, Logistics',
  number: '50',
  date: '2025-01-31',
  boolean: '',
}

const YES_OR_NO = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
]

/**
 * One criterion of a proposal: a box for each part of it, how our accounts stand against it, and the button that takes
 * it away. With JavaScript a test is offered only where it fits the attribute.
 */
export function CriterionFields({
  name,
  index,
  attributes,
  live,
  measure,
  currency,
  children,
}: {
  name: FieldMetadata<TypedCriterion>['name']
  index: number
  attributes: readonly OfferedAttribute[]
  /** Whether JavaScript runs. */
  live: boolean
  measure: RowMeasure
  currency: string
  children: ReactNode
}) {
  const [field] = useField<TypedCriterion>(name)
  const form = useFormMetadata()
  const row = field.getFieldset()
  const attribute = attributes.find(({ key }) => key === row.attribute.value)
  const type = live ? attribute?.type : undefined
  const operators = type ? OPERATORS_OF[type] : CRITERION_OPERATORS
  const operator = operators.find((one) => one === row.operator.value)

  /** Another attribute may not know the test that was chosen. */
  function fitOperator(key: string) {
    const next = attributes.find((one) => one.key === key)
    const fitting = next ? OPERATORS_OF[next.type] : CRITERION_OPERATORS
    const [first] = fitting
    if (first && !fitting.some((one) => one === row.operator.value)) {
      form.update({ name: row.operator.name, value: first })
    }
  }

  return (
    <div
      role="group"
      aria-label={`Criterion ${index + 1}`}
      className={`${CRITERION_GRID} md:[&_label]:sr-only`}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === row.attribute.name) {
          fitOperator(target.value)
        }
      }}
    >
      <input {...getInputProps(row.key, { type: 'hidden', ariaAttributes: false })} />
      <SelectField
        field={row.kind}
        label="Kind"
        className="max-md:col-span-2"
        options={CRITERION_KINDS.map((value) => ({ value, label: CRITERION_WORDS[value] }))}
      />
      <TextField
        field={row.label}
        label="Name"
        placeholder="What it is called"
        className="max-md:col-span-2"
      />
      <SelectField
        field={row.attribute}
        label="Attribute"
        placeholder="Choose"
        options={attributes
          .filter(({ key, removed }) => !removed || key === row.attribute.value)
          .map(({ key, label, removed }) => ({
            value: key,
            label: removed ? `${label} (removed)` : label,
          }))}
      />
      <SelectField
        field={row.operator}
        label="Test"
        options={operators.map((value) => ({ value, label: operatorWord(value, type) }))}
      />
      {operator === 'is_known' && live ? (
        <div />
      ) : type === 'boolean' ? (
        <SelectField field={row.value} label="Value" placeholder="Choose" options={YES_OR_NO} />
      ) : (
        <TextField
          field={row.value}
          label="Value"
          placeholder={
            operator === 'between' && type
              ? `${PLACEHOLDERS[type]} to ${type === 'date' ? '2025-12-31' : '500'}`
              : PLACEHOLDERS[type ?? 'text']
          }
        />
      )}
      {live && row.kind.value !== 'points' ? (
        <div />
      ) : (
        <TextField field={row.points} label="Points" inputMode="decimal" />
      )}
      <CriterionCount measure={measure} currency={currency} />
      <div className="max-md:text-right">{children}</div>
      <TextField
        field={row.why}
        label="Why it matters"
        className="max-md:col-span-2 md:col-span-4 md:col-start-2"
        placeholder="Why it matters, in plain words"
      />
      <AbsentValues measure={measure} />
      {live && attribute && operator === 'is_one_of' && type !== 'boolean' ? (
        <OfferedValues
          values={attribute.values}
          typed={row.value.value ?? ''}
          onChange={(value) => form.update({ name: row.value.name, value })}
        />
      ) : null}
    </div>
  )
}
