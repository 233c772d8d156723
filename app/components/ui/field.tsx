import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '#app/lib/class-names.ts'
import { describedBy, FieldContext, fieldIds } from './field-context.ts'

type FieldProps = {
  /** Id of the control, as Conform gives it (`field.id`). */
  id: string
  label: ReactNode
  /** Quiet words after the label. */
  aside?: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

const LABEL = 'mb-1 block text-row font-strong'

/** A label, one control, its hint and its errors, tied together. The control inside takes id and description from here. */
export function Field({
  id,
  label,
  aside,
  hint,
  errors,
  hideLabel,
  className,
  children,
}: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : LABEL}>
        {label} <Aside>{aside}</Aside>
      </label>
      <FieldContext.Provider value={fieldState({ id, hint, errors })}>
        {children}
      </FieldContext.Provider>
      <FieldNotes id={id} hint={hint} errors={errors} />
    </div>
  )
}

/** The same for several controls that answer one question: a radio group, a list of checkboxes. */
export function FieldGroup({
  id,
  label,
  aside,
  hint,
  errors,
  hideLabel,
  className,
  children,
}: FieldProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={cx('min-w-0', className)}
      aria-describedby={describedBy(id, { hint, errors })}
    >
      <legend className={hideLabel ? 'sr-only' : LABEL}>
        {label} <Aside>{aside}</Aside>
      </legend>
      {children}
      <FieldNotes id={id} hint={hint} errors={errors} />
    </fieldset>
  )
}

/** Errors in the words of the schema, each with a mark that is not only a colour. */
export function FieldErrors({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null
  return (
    <div id={id} className="mt-1 space-y-0.5 text-small text-risk">
      {errors.map((error) => (
        <p key={error} className="flex gap-1.5">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{error}</span>
        </p>
      ))}
    </div>
  )
}

function FieldNotes({ id, hint, errors }: Pick<FieldProps, 'id' | 'hint' | 'errors'>) {
  const ids = fieldIds(id)
  return (
    <>
      {hint ? (
        <p id={ids.hint} className="mt-1 text-small text-muted">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={ids.error} errors={errors} />
    </>
  )
}

function Aside({ children }: { children: ReactNode }) {
  return children ? <span className="font-regular text-muted">{children}</span> : null
}

function fieldState({ id, hint, errors }: Pick<FieldProps, 'id' | 'hint' | 'errors'>) {
  return { id, describedBy: describedBy(id, { hint, errors }), invalid: Boolean(errors?.length) }
}
