import { useEffect, useRef } from 'react'

import { useLookup } from '#app/components/use-lookup.ts'
import type { DraftMeasure } from '#app/domain/icp/draft.ts'

const WAIT = 400

/**
 * How our accounts stand against the rows of a form, counted by the server each time the typing pauses.
 * @param typed the rows as text; a change of it asks again
 */
export function useDraftMeasure(
  formId: string,
  typed: string,
  initial: DraftMeasure,
): DraftMeasure {
  const { found, look } = useLookup<DraftMeasure>()
  const asked = useRef(typed)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (typed === asked.current || !(form instanceof HTMLFormElement)) return
    asked.current = typed
    look('/profiles/measure', WAIT, new FormData(form))
  }, [formId, typed, look])
  return found?.data ?? initial
}
