import { useCallback, useEffect, useRef, useState } from 'react'

/** Where the form stands: kept by the server, on this device only, or kept while nobody is signed in. */
export type DraftStatus = 'saved' | 'device' | 'signed-out' | null

const PAUSE = 700
const SAVE = '/drafts'
const storageKey = (personId: number) => `request-draft-${personId}`

/**
 * Keeps what is typed: at the server whenever the typing pauses, and on this device while the server is out of reach.
 * What is left on the device goes to the server with the next visit, and the page is drawn anew from it.
 */
export function useDraft(formId: string, personId: number) {
  const [status, setStatus] = useState<DraftStatus>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const changed = useRef(false)
  const key = storageKey(personId)

  const read = useCallback(() => {
    const form = document.getElementById(formId)
    return form instanceof HTMLFormElement ? new FormData(form) : null
  }, [formId])

  useEffect(() => {
    void sendLeftOver(key, read())
    const form = document.getElementById(formId)
    async function save() {
      const body = read()
      if (!body || !changed.current) return
      changed.current = false
      const answer = await send(body)
      if (answer === 'device') writeLocal(key, body)
      else localStorage.removeItem(key)
      setStatus(answer)
    }
    function onChange() {
      changed.current = true
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE)
    }
    /** A phone may never come back to a page that it hides. */
    function onHide() {
      const body = read()
      if (document.visibilityState !== 'hidden' || !body || !changed.current) return
      navigator.sendBeacon(SAVE, body)
    }
    /** The next page may be drawn before the server has heard of the last words. */
    function onLeave() {
      const body = read()
      if (body && changed.current) writeLocal(key, body)
    }
    form?.addEventListener('input', onChange)
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onLeave)
    return () => {
      clearTimeout(timer.current)
      form?.removeEventListener('input', onChange)
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
      void save()
    }
  }, [formId, key, read])

  /** The form is on its way: what it holds is no draft any more. */
  const submitted = useCallback(() => {
    clearTimeout(timer.current)
    changed.current = false
  }, [])

  return { status, submitted }
}

async function send(body: FormData): Promise<Exclude<DraftStatus, null>> {
  try {
    const answer = await fetch(SAVE, { method: 'POST', body })
    const { kept } = (await answer.json()) as { kept?: boolean }
    return kept ? (answer.ok ? 'saved' : 'signed-out') : 'device'
  } catch {
    return 'device'
  }
}

/** A browser may refuse its storage; then the page itself is all there is. */
function writeLocal(key: string, body: FormData): void {
  try {
    localStorage.setItem(key, textOf(body))
  } catch {
    // Nothing to fall back on.
  }
}

const textOf = (body: FormData) => JSON.stringify([...body])

/** What was left on the device is newer than what the server drew the form from, unless it is the same. */
async function sendLeftOver(key: string, drawn: FormData | null): Promise<void> {
  const left = localStorage.getItem(key)
  if (left === null) return
  const fresh = drawn !== null && textOf(drawn) === left
  const body = new FormData()
  for (const [name, value] of JSON.parse(left) as [string, string][]) body.append(name, value)
  if (!fresh && (await send(body)) !== 'saved') return
  localStorage.removeItem(key)
  if (!fresh) window.location.reload()
}
