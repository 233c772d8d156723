import { useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'

/** Puts the focus on the field that the address names: `?field=industry`. */
export function useAskedField(formId: string): void {
  const [search] = useSearchParams()
  const name = search.get('field')
  useEffect(() => {
    const form = document.getElementById(formId)
    const field = name && form instanceof HTMLFormElement ? form.elements.namedItem(name) : null
    if (field instanceof HTMLElement) field.focus()
  }, [formId, name])
}
