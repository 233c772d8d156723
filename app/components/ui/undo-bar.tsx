import { Form } from '@remix-run/react'
import { useEffect, useState, type ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

type UndoBarProps = {
  /** What was done: `REQ-161 linked to ITEM-1`. */
  children: ReactNode
  /** Where undoing is posted, and what is posted. */
  action: string
  fields: Readonly<Record<string, string>>
  /** Seconds left when the page was made. */
  seconds?: number
}

/**
 * What was just done, with its undo as a form, so that it works without JavaScript and by key (`Z`).
 * The server alone decides whether it is too late; here the bar only leaves after its time.
 * Give it a `key` of what was done, so that the next deed starts a new count.
 */
export function UndoBar({ children, action, fields, seconds = 10 }: UndoBarProps) {
  const left = useCountdown(seconds)
  return (
    <div role="status" className="min-w-0">
      {left > 0 ? (
        <Form
          method="post"
          action={action}
          replace
          preventScrollReset
          className="flex min-w-0 items-center gap-2 text-small whitespace-nowrap text-muted"
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <span className="truncate">{children}</span>
          <span aria-hidden>{left} s</span>
          <button
            type="submit"
            aria-keyshortcuts="Z"
            className="font-strong text-accent hover:underline touch:min-h-touch touch:px-2"
          >
            Undo
          </button>
          <Kbd>Z</Kbd>
        </Form>
      ) : null}
    </div>
  )
}

function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
