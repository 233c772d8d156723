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
    void sendLeftOver(key)
    const form = document.getElementById(formId)
    async function save() {
      const body = read()
      if (!body || !changed.current) return
      changed.current = false
      const answer = await send(body)
      if (answer === 'device') writeLocal(key, body)
      setStatus(answer)
    }
    function onChange() {
      changed.current = true
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE)
    }
    /** The page may be gone before a pause comes. */
    function onHide() {
      const body = read()
      if (document.visibilityState !== 'hidden' || !body || !changed.current) return
      if (navigator.sendBeacon(SAVE, body)) changed.current = false
    }
    form?.addEventListener('input', onChange)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(timer.current)
      form?.removeEventListener('input', onChange)
      document.removeEventListener('visibilitychange', onHide)
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
    localStorage.setItem(key, JSON.stringify([...body]))
  } catch {
    // Nothing to fall back on.
  }
}

async function sendLeftOver(key: string): Promise<void> {
  const left = localStorage.getItem(key)
  if (left === null) return
  const body = new FormData()
  for (const [name, value] of JSON.parse(left) as [string, string][]) body.append(name, value)
  if ((await send(body)) !== 'saved') return
  localStorage.removeItem(key)
  window.location.reload()
}
