import type { SubmissionResult } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { useState, type ReactNode } from 'react'

import { Button } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { TextArea } from '#app/components/ui/inputs.tsx'
import { fold } from '#app/lib/fold.ts'

type Result = SubmissionResult<string[]> | null | undefined

/** The field of `commentSchema`; the schema itself stays on the server, out of the backlog's page. */
const BODY = 'body'
const OFFERED = 5
/** The name being typed: an `@` that begins a word, and what follows it up to the caret. */
const TYPED = /(?:^|[^\p{L}\p{N}])@(\p{L}[\p{L} ]{0,30})$/u

/** Says something about an item or a profile; `@` and a name tells that person. */
export function CommentForm({
  action,
  people,
  back,
  lastResult,
  children,
}: {
  action: string
  people: readonly string[]
  back: string
  /** What the action answered to the form sent without JavaScript. */
  lastResult?: Result
  /** What else the form sends, above the box. */
  children?: ReactNode
}) {
  const fetcher = useFetcher<{ result: SubmissionResult<string[]> }>()
  const result = fetcher.data?.result ?? lastResult
  const refusal = result?.error?.['']
  const before = result?.initialValue?.[BODY]
  const [typed, setTyped] = useState<string | null>(null)
  const offered = typed === null ? [] : namesLike(typed, people)

  const complete = (name: string, button: HTMLButtonElement) => {
    const area = button.form?.elements.namedItem(BODY)
    if (!(area instanceof HTMLTextAreaElement) || typed === null) return
    area.setRangeText(`${name} `, area.selectionStart - typed.length, area.selectionStart, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.focus()
    setTyped(null)
  }

  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="back" value={back} />
      {refusal?.length ? (
        <Callout tone="risk" live className="mb-2">
          {refusal.join(' ')}
        </Callout>
      ) : null}
      {children}
      <Field
        id="comment"
        label="Comment"
        hint="Type @ and a name to tell somebody."
        errors={result?.error?.[BODY] ?? undefined}
      >
        <TextArea
          name={BODY}
          defaultValue={typeof before === 'string' ? before : undefined}
          onInput={({ currentTarget }) => {
            const upToCaret = currentTarget.value.slice(0, currentTarget.selectionStart)
            setTyped(TYPED.exec(upToCaret)?.[1] ?? null)
          }}
        />
      </Field>
      {offered.length === 0 ? null : (
        <ul aria-label="People to mention" className="mt-1 flex flex-wrap gap-1">
          {offered.map((name) => (
            <li key={name}>
              <Button
                type="button"
                size="small"
                onClick={({ currentTarget }) => complete(name, currentTarget)}
              >
                @{name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button className="mt-2" busy={fetcher.state !== 'idle'}>
        Comment
      </Button>
    </fetcher.Form>
  )
}

/** Names with a word that begins with what is typed, while it is not a whole name yet. */
function namesLike(typed: string, people: readonly string[]): string[] {
  const start = fold(typed)
  return people
    .filter((name) => {
      const folded = fold(name)
      return folded !== start && (folded.startsWith(start) || folded.includes(` ${start}`))
    })
    .slice(0, OFFERED)
}
