import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether JavaScript runs here: false in the page as the server sends it. */
export function useLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
