import type { SubmissionResult } from '@conform-to/react'
import { Form, useSearchParams } from '@remix-run/react'
import { X } from 'lucide-react'

import { FormErrors, HiddenFields, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { IconButton } from '#app/components/ui/icon-button.tsx'
import { externalIdSchema } from '#app/domain/accounts/schemas.ts'

import { accountHref } from './account-href.ts'

type ExternalId = { source: string; externalId: string }

/** The ids of an account in other systems, each with the button that takes it off. */
export function ExternalIdList({
  accountId,
  version,
  ids,
  mayEdit,
}: {
  accountId: number
  version: number
  ids: readonly ExternalId[]
  mayEdit: boolean
}) {
  const [search] = useSearchParams()
  if (ids.length === 0) return <p className="text-faint">None</p>
  return (
    <ul className="divide-y divide-line border-y">
      {ids.map(({ source, externalId }) => (
        <li key={`${source} ${externalId}`} className="flex min-h-control items-center gap-2">
          <span className="min-w-0 flex-1 wrap-anywhere">
            <span className="text-muted">{source}</span> {externalId}
          </span>
          {mayEdit ? (
            <Form method="post" action={accountHref(search, accountId, '/external-ids/removal')}>
              <HiddenFields values={{ version, source, externalId }} />
              <IconButton
                label={`Take off ${source} ${externalId}`}
                icon={<X aria-hidden className="size-4" />}
              />
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Adds one more. */
export function ExternalIdForm({
  version,
  result,
}: {
  version: number
  result: SubmissionResult<string[]> | undefined
}) {
  const [form, fields] = useActionForm(externalIdSchema, {
    id: 'external-id',
    lastResult: result,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-4">
      <HiddenFields values={{ version }} />
      <FormErrors errors={form.errors} />
      <TextField
        field={fields.source}
        label="System"
        placeholder="salesforce"
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <TextField
        field={fields.externalId}
        label="Id in that system"
        autoComplete="off"
        spellCheck={false}
      />
      <Button variant="primary">Add id</Button>
    </Form>
  )
}
