import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'

export type Choice = {
  value: string
  label: ReactNode
  description?: ReactNode
  /** Stands at the right end: a sign, an amount. */
  aside?: ReactNode
  disabled?: boolean
}

type ListProps = {
  name: string
  choices: readonly Choice[]
  onChange?: (value: string) => void
  className?: string
}

type RadioListProps = ListProps & { defaultValue?: string; required?: boolean }

/** One of a few, each with its explanation. Belongs inside a `FieldGroup`. */
export function RadioList({
  defaultValue,
  required,
  name,
  choices,
  onChange,
  className,
}: RadioListProps) {
  return (
    <ChoiceFrame className={className}>
      {choices.map((choice) => (
        <ChoiceRow key={choice.value} choice={choice}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            required={required}
            disabled={choice.disabled}
            defaultChecked={choice.value === defaultValue}
            onChange={(event) => onChange?.(event.currentTarget.value)}
            className="size-4 accent-accent touch:size-4.5"
          />
        </ChoiceRow>
      ))}
    </ChoiceFrame>
  )
}

type CheckListProps = ListProps & { defaultValues?: readonly string[] }

/** Any of several, each with its explanation. Belongs inside a `FieldGroup`. */
export function CheckList({
  defaultValues = [],
  name,
  choices,
  onChange,
  className,
}: CheckListProps) {
  return (
    <ChoiceFrame className={className}>
      {choices.map((choice) => (
        <ChoiceRow key={choice.value} choice={choice}>
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            disabled={choice.disabled}
            defaultChecked={defaultValues.includes(choice.value)}
            onChange={(event) => onChange?.(event.currentTarget.value)}
            className="size-4 accent-accent touch:size-4.5"
          />
        </ChoiceRow>
      ))}
    </ChoiceFrame>
  )
}

function ChoiceFrame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cx(
        'divide-y divide-line overflow-hidden rounded-md border border-control',
        className,
      )}
    >
      {children}
    </div>
  )
}

function ChoiceRow({ choice, children }: { choice: Choice; children: ReactNode }) {
  return (
    <label
      className={cx(
        'grid min-h-row grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 py-1 touch:min-h-touch',
        'hover:bg-hover has-checked:bg-selected has-disabled:text-muted',
        'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
      )}
    >
      {children}
      <span className="min-w-0">
        <span className={cx('block text-body wrap-anywhere', choice.description && 'font-strong')}>
          {choice.label}
        </span>
        {choice.description ? (
          <span className="block text-small text-muted">{choice.description}</span>
        ) : null}
      </span>
      {choice.aside ? <span className="text-right whitespace-nowrap">{choice.aside}</span> : null}
    </label>
  )
}
