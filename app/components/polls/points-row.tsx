import { Minus, Plus } from 'lucide-react'

import { Field } from '#app/components/ui/field.tsx'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'

/** What one press of a stepper moves. */
const STEP = 5

type PointsRowProps = {
  id: string
  name: string
  label: string
  value: string
  onChange: (value: string) => void
  errors: string[] | undefined
}

/** The points of one criterion, typed or moved by steps. */
export function PointsRow({ id, name, label, value, onChange, errors }: PointsRowProps) {
  const points = Number(value) || 0
  return (
    <Field
      id={id}
      label={label}
      errors={errors}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 [&>label]:mb-0"
    >
      <span className="flex items-center gap-1">
        <IconButton
          type="button"
          variant="default"
          label={`${label}: ${STEP} fewer`}
          icon={<Minus aria-hidden className="size-4" />}
          onClick={() => onChange(String(Math.max(0, points - STEP)))}
        />
        <TextInput
          name={name}
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          step={1}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className="w-18! text-right"
        />
        <IconButton
          type="button"
          variant="default"
          label={`${label}: ${STEP} more`}
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => onChange(String(Math.min(100, points + STEP)))}
        />
      </span>
    </Field>
  )
}
