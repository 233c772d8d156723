import { useFetcher, useLocation } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { ADDRESSES } from './sections.ts'
import type { RailCounts } from './types.ts'

/** Counts younger than this are fresh enough, in ms. */
const FRESH = 30_000

/**
 * The counts of the rail, asked for again when the person comes back to the window or goes to another
 * page. Nothing but them is loaded, so a form that is being filled in stays as it is.
 */
export function useRailCounts(line: string | null, loaded: RailCounts): RailCounts {
  const { load, data } = useFetcher<RailCounts>({ key: `counts of ${line ?? 'all'}` })
  const asked = useRef(Infinity)
  const { key: page } = useLocation()

  const refresh = useCallback(() => {
    if (performance.now() - asked.current < FRESH) return
    asked.current = performance.now()
    load(`${ADDRESSES.counts}?line=${encodeURIComponent(line ?? 'all')}`)
  }, [line, load])

  useEffect(() => {
    asked.current = performance.now()
  }, [loaded])
  useEffect(refresh, [refresh, page])
  useEffect(() => {
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [refresh])

  return data ?? loaded
}
