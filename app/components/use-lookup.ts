import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Fetches JSON while somebody types, once the typing pauses; the last question wins. A failure leaves what was found
 * before: a type-ahead must never take the page away from who is writing (a session that has ended would, by a loader's
 * redirect).
 */
export function useLookup<T>(): {
  /** The last answer, and the question it belongs to. */
  found: { address: string; data: T } | undefined
  /** Asks an address; a question that is too long for one goes along as a body. */
  look: (address: string, wait: number, body?: FormData) => void
} {
  const [found, setFound] = useState<{ address: string; data: T }>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const running = useRef<AbortController>()

  const stop = useCallback(() => {
    clearTimeout(timer.current)
    running.current?.abort()
  }, [])
  useEffect(() => stop, [stop])

  const look = useCallback(
    (address: string, wait: number, body?: FormData) => {
      stop()
      timer.current = setTimeout(() => {
        const controller = new AbortController()
        running.current = controller
        fetchJson<T>(address, controller.signal, body).then(
          (data) => {
            if (!controller.signal.aborted) setFound({ address, data })
          },
          () => undefined,
        )
      }, wait)
    },
    [stop],
  )
  return { found, look }
}

async function fetchJson<T>(address: string, signal: AbortSignal, body?: FormData): Promise<T> {
  const how = body ? { method: 'POST', body } : {}
  const answer = await fetch(address, { ...how, signal, redirect: 'manual' })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return (await answer.json()) as T
}
