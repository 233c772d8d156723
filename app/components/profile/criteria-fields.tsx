import { useFormMetadata, type FieldMetadata } from '@conform-to/react'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'

import { useLive } from '#app/components/use-live.ts'
import { Button } from '#app/components/ui/button.tsx'
import { FieldErrors } from '#app/components/ui/field.tsx'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import type { DraftMeasure } from '#app/domain/icp/draft.ts'

import {
  CRITERION_GRID,
  CriterionFields,
  EMPTY_CRITERION,
  type OfferedAttribute,
  type TypedCriterion,
} from './criterion-fields.tsx'
import { PointsLeft } from './points-left.tsx'

const HEADS = ['Kind', 'Name', 'Attribute', 'Test', 'Value', 'Points', 'Meet it']

type Removed = { index: number; value: Partial<TypedCriterion> }

/** The criteria of a proposal, a row each; a row that was removed can be put back where it was. */
export function CriteriaFields({
  field,
  points,
  attributes,
  measure,
  currency,
}: {
  field: FieldMetadata<TypedCriterion[]>
  points: number
  attributes: readonly OfferedAttribute[]
  measure: DraftMeasure
  currency: string
}) {
  const form = useFormMetadata()
  const live = useLive()
  const [removed, setRemoved] = useState<Removed | null>(null)
  const rows = field.getFieldList()
  // Until the rows are counted anew, those of before do not stand beside others.
  const counted = measure.rows.length === rows.length ? measure.rows : []
  return (
    <fieldset className="mt-6 min-w-0">
      <legend className="mb-2 text-row font-strong">
        Criteria{' '}
        <span className="font-regular">
          <PointsLeft points={points} />
        </span>
      </legend>
      <FieldErrors id={field.errorId} errors={field.errors} />
      <div
        aria-hidden
        className={`${CRITERION_GRID} border-b py-1 text-small text-muted max-md:hidden`}
      >
        {HEADS.map((head) => (
          <span key={head} className={head === 'Meet it' ? 'text-right' : undefined}>
            {head}
          </span>
        ))}
      </div>
      <ol className="divide-y border-b">
        {rows.map((row, index) => (
          <li key={row.key} className="py-2">
            <CriterionFields
              name={row.name}
              index={index}
              measure={counted[index] ?? null}
              {...{ attributes, live, currency }}
            >
              <IconButton
                {...form.remove.getButtonProps({ name: field.name, index })}
                onClick={() => setRemoved({ index, value: { ...row.value } })}
                label={`Remove criterion ${index + 1}`}
                icon={<Trash2 aria-hidden className="size-4" />}
              />
            </CriterionFields>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          {...form.insert.getButtonProps({ name: field.name, defaultValue: EMPTY_CRITERION })}
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
        >
          Add a criterion
        </Button>
        {removed ? (
          <span role="status" className="flex min-w-0 items-center gap-2 text-small text-muted">
            <span className="truncate">{removed.value.label || 'A criterion'} removed</span>
            <button
              {...form.insert.getButtonProps({
                name: field.name,
                index: removed.index,
                defaultValue: removed.value,
              })}
              onClick={() => setRemoved(null)}
              className="font-strong text-accent hover:underline touch:min-h-touch touch:px-2"
            >
              Undo
            </button>
          </span>
        ) : null}
      </div>
    </fieldset>
  )
}
