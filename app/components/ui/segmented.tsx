import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

const FRAME = 'inline-flex overflow-hidden rounded-md border'
const PART =
  'flex flex-1 items-center justify-center gap-1.5 px-2.5 text-center whitespace-nowrap text-muted not-first:border-l hover:text-text touch:px-2'

type SegmentedProps = {
  name: string
  options: ReadonlyArray<{ value: string; label: ReactNode }>
  defaultValue?: string
  onChange?: (value: string) => void
  className?: string
}

/** One of two to five short words, as a radio group. Belongs inside a `FieldGroup`. */
export function Segmented({ name, options, defaultValue, onChange, className }: SegmentedProps) {
  return (
    <div className={cx(FRAME, 'border-control touch:flex', className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            PART,
            'relative h-6.5 border-line-strong touch:h-touch',
            'has-checked:bg-selected has-checked:font-strong has-checked:text-accent has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]',
            'has-focus-visible:outline-2 has-focus-visible:-outline-offset-3 has-focus-visible:outline-accent',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            onChange={(event) => onChange?.(event.currentTarget.value)}
            className="absolute inset-0 size-full cursor-pointer appearance-none rounded-none outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
