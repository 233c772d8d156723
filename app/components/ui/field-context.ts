import { createContext, useContext } from 'react'

type FieldState = { id: string; describedBy: string | undefined; invalid: boolean }

/** What a field tells the control inside it. */
export const FieldContext = createContext<FieldState | null>(null)

type ControlProps = {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling'
}

/** Ids of the hint and the error of a field; the same names as Conform gives them. */
export function fieldIds(id: string): { hint: string; error: string } {
  return { hint: `${id}-description`, error: `${id}-error` }
}

/** The ids, in order, that a control is described by. */
export function describedBy(
  id: string,
  { hint, errors }: { hint: unknown; errors: readonly string[] | undefined },
): string | undefined {
  const ids = fieldIds(id)
  const present = [hint ? ids.hint : null, errors?.length ? ids.error : null].filter(Boolean)
  return present.length > 0 ? present.join(' ') : undefined
}

/** Fills in id, description and validity of a control from the field around it; what the control says itself wins. */
export function useControlProps<P extends ControlProps>(props: P): P {
  const field = useContext(FieldContext)
  if (!field) return props
  return {
    ...props,
    id: props.id ?? field.id,
    'aria-describedby': field.describedBy ?? props['aria-describedby'],
    'aria-invalid': props['aria-invalid'] ?? (field.invalid || undefined),
  }
}
