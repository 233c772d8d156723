import type { ReactNode } from 'react'
import { ButtonLink } from './button.tsx'

type Words = { title: string; next: string }

const WORDS: Readonly<Record<number, Words>> = {
  401: { title: 'Sign in first', next: 'This page is for people of the company.' },
  403: { title: 'This is not open to you', next: 'An admin can change what you may see and do.' },
  404: {
    title: 'There is nothing here',
    next: 'It may have been merged or moved, or never existed.',
  },
  409: { title: 'Someone was quicker', next: 'Load the page again to see what changed.' },
  413: { title: 'That is too large', next: 'Send it in smaller parts.' },
  422: { title: 'This cannot be done', next: 'Change what stands in the way, then try again.' },
  429: { title: 'Too many in a short time', next: 'Wait a minute and try again.' },
}

const REFUSED: Words = {
  title: 'That address does not make sense',
  next: 'Check the link, or start again from the list.',
}

const BROKEN: Words = {
  title: 'Something broke on our side',
  next: 'Try again. If it happens twice, tell an admin.',
}

/** A page, or a part of one, that could not be shown: what happened, what to do, and the way back. */
export function ErrorPanel({
  status,
  message,
  requestId,
  action,
}: {
  status: number
  /** The message of the error when it is fit for a person; otherwise words for the status. */
  message?: string
  requestId?: string
  action?: ReactNode
}) {
  const words = WORDS[status] ?? (status < 500 ? REFUSED : BROKEN)
  return (
    <div role="alert" className="mx-auto max-w-[56ch] px-4 py-16">
      <p className="text-small text-faint">{status}</p>
      <h1 className="mt-1">{words.title}</h1>
      <p className="mt-2 text-body wrap-anywhere text-muted">{message || words.next}</p>
      {requestId ? (
        <p className="mt-2 text-small text-muted">
          Number of this request: <code className="font-mono">{requestId}</code>
        </p>
      ) : null}
      <div className="mt-4 flex gap-2">
        {action ?? <ButtonLink to="/">To the start</ButtonLink>}
      </div>
    </div>
  )
}
