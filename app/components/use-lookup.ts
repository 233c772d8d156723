import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Fetches JSON while somebody types, once the typing pauses; the last question wins. A failure leaves what was found
 * before: a type-ahead must never take the page away from who is writing (a session that has ended would, by a loader's
 * redirect).
 */
export function useLookup<T>(): {
  data: T | undefined
  look: (address: string, wait: number) => void
} {
  const [data, setData] = useState<T>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const running = useRef<AbortController>()

  const stop = useCallback(() => {
    clearTimeout(timer.current)
    running.current?.abort()
  }, [])
  useEffect(() => stop, [stop])

  const look = useCallback(
    (address: string, wait: number) => {
      stop()
      timer.current = setTimeout(() => {
        const controller = new AbortController()
        running.current = controller
        fetchJson<T>(address, controller.signal).then(
          (found) => {
            if (!controller.signal.aborted) setData(found)
          },
          () => undefined,
        )
      }, wait)
    },
    [stop],
  )
  return { data, look }
}

async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(address, { signal, redirect: 'error' })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return (await answer.json()) as T
}
