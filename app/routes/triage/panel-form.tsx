import type { DefaultValue } from '@conform-to/react'
import { useFetcher, useNavigate, useSearchParams } from '@remix-run/react'
import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { z } from 'zod'

import { FormErrors, HiddenFields } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { useEscape } from '#app/components/ui/use-escape.ts'

import type { DecisionReply, DecisionTarget } from './decision-form.tsx'
import { decideHref } from './pane-address.ts'

/** A decision's form: checked with the schema of its action, sent in place, or as a page without JavaScript. */
export function usePanelForm<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
  schema: Schema,
  target: DecisionTarget,
  noun: string,
  defaultValue?: DefaultValue<z.input<Schema>>,
) {
  const fetcher = useFetcher<DecisionReply>({ key: `${noun}-${target.id}` })
  const lastResult = fetcher.data?.result ?? target.result
  const [form, fields] = useActionForm(schema, {
    id: `${noun}-form`,
    lastResult,
    defaultValue,
  })
  const over = Number(lastResult?.initialValue?.['version']) < (target.known ?? 0)
  const refused = over ? undefined : form.errors
  return { form, fields, refused, Form: fetcher.Form, busy: fetcher.state !== 'idle' }
}

type PanelFormProps = Pick<
  ReturnType<typeof usePanelForm>,
  'form' | 'refused' | 'Form' | 'busy'
> & {
  target: DecisionTarget
  noun: string
  hidden?: Readonly<Record<string, string | number>>
  submit: string
  danger?: boolean
  /** Where the way out leads, when the form stands on a page of its own. */
  cancelTo?: string
  children?: ReactNode
}

/** The frame of a decision's form: what was refused, the fields, the button, the way out. */
export function PanelForm({
  form,
  refused,
  Form,
  busy,
  target,
  noun,
  hidden = {},
  submit,
  danger = false,
  cancelTo,
  children,
}: PanelFormProps) {
  const [search] = useSearchParams()
  return (
    <Form
      method="post"
      action={`/requests/${target.id}/${noun}`}
      id={form.id}
      onSubmit={form.onSubmit}
      onKeyDown={submitOnModEnter}
      noValidate
    >
      <FormErrors errors={refused ?? (target.meanwhile ? [target.meanwhile] : undefined)} />
      <HiddenFields values={{ version: target.version, next: target.next, ...hidden }} />
      {children}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button variant={danger ? 'danger' : 'primary'} busy={busy}>
          {submit}
        </Button>
        <ButtonLink
          variant="quiet"
          preventScrollReset
          to={cancelTo ?? decideHref(target.id, search, null)}
        >
          Cancel
        </ButtonLink>
        <span className="text-small text-faint touch:hidden">Ctrl Enter sends, Esc closes</span>
      </div>
    </Form>
  )
}

function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** A decision's form above the bar: takes the focus when it opens, closes on Escape. */
export function DecisionPanel({
  id,
  title,
  children,
}: {
  /** The request. */
  id: number
  title: string
  children: ReactNode
}) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const ref = useRef<HTMLElement>(null)
  const href = decideHref(id, search, null)
  useEscape(useCallback(() => navigate(href, { preventScrollReset: true }), [navigate, href]))
  useEffect(() => {
    firstField(ref.current)?.focus()
  }, [])
  return (
    <section
      ref={ref}
      aria-labelledby="panel-title"
      className="border-t bg-surface px-6 pt-4 pb-5 max-md:px-4"
    >
      <h2 id="panel-title" className="mb-3 text-head">
        {title}
      </h2>
      <div className="max-w-180">{children}</div>
    </section>
  )
}

/** Of a group of radio buttons the chosen one takes the focus. */
function firstField(panel: HTMLElement | null): HTMLElement | null {
  const first = panel?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
  const chosen = first?.closest('fieldset')?.querySelector<HTMLElement>('input:checked')
  return chosen ?? first ?? null
}
