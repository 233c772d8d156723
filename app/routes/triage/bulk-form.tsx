import type { SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'

import { FormErrors, FormFoot, SelectField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import type { listOpenItems, TriageOptions } from '#app/domain/triage/get-options.server.ts'
import type { SelectedRequest } from '#app/domain/triage/list-selected.server.ts'
import { bulkDeclineSchema, bulkLinkSchema, bulkMoveSchema } from '#app/domain/triage/schemas.ts'
import { requestKey } from '#app/lib/readable-id.ts'

import { DeclineFields } from './panel-words.tsx'
import { areaOptions, lineOptions } from './place-options.ts'

export const BULK_KINDS = ['link', 'decline', 'move'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

type BulkFormProps = {
  selected: readonly SelectedRequest[]
  options: TriageOptions
  items: Awaited<ReturnType<typeof listOpenItems>>
  result: SubmissionResult<string[]> | null | undefined
}

/** The requests that were selected, and what the decision on all of them needs. */
export function BulkForm({ kind, ...props }: BulkFormProps & { kind: BulkKind }) {
  return (
    <>
      <ul className="mb-5 max-h-64 divide-y divide-line overflow-y-auto rounded-md border">
        {props.selected.map(({ id, title, accountName }) => (
          <li key={id} className="flex gap-2 px-3 py-1.5">
            <span className="shrink-0 text-faint">{requestKey(id)}</span>
            <span className="min-w-0 flex-1 truncate" title={title}>
              {title}
            </span>
            <span className="max-w-40 truncate text-muted">{accountName}</span>
          </li>
        ))}
      </ul>
      {kind === 'link' ? <LinkForm {...props} /> : null}
      {kind === 'decline' ? <DeclineForm {...props} /> : null}
      {kind === 'move' ? <MoveForm {...props} /> : null}
    </>
  )
}

function LinkForm({ result, items, selected }: BulkFormProps) {
  const [form, fields] = useActionForm(bulkLinkSchema, { id: 'bulk-link', lastResult: result })
  return (
    <Frame selected={selected} form={form} kind="link" submit="Link all">
      <SelectField
        field={fields.itemId}
        label="Item"
        placeholder="Choose an item"
        options={items}
      />
    </Frame>
  )
}

function DeclineForm({ result, selected }: BulkFormProps) {
  const [form, fields] = useActionForm(bulkDeclineSchema, {
    id: 'bulk-decline',
    lastResult: result,
  })
  return (
    <Frame selected={selected} form={form} kind="decline" submit="Decline all" danger>
      <DeclineFields fields={fields} />
    </Frame>
  )
}

function MoveForm({ result, options, selected }: BulkFormProps) {
  const [form, fields] = useActionForm(bulkMoveSchema, { id: 'bulk-move', lastResult: result })
  return (
    <Frame selected={selected} form={form} kind="move" submit="Move all">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          field={fields.productLineId}
          label="Product line"
          placeholder="Choose a product line"
          options={lineOptions(options)}
        />
        <SelectField
          field={fields.areaId}
          label="Area"
          aside="optional"
          placeholder="None"
          options={areaOptions(options)}
        />
      </div>
    </Frame>
  )
}

type FrameProps = Pick<BulkFormProps, 'selected'> & {
  form: Pick<ReturnType<typeof useActionForm>[0], 'id' | 'errors' | 'onSubmit'>
  kind: BulkKind
  submit: string
  danger?: boolean
  children: React.ReactNode
}

function Frame({ selected, form, kind, submit, danger, children }: FrameProps) {
  const { state } = useNavigation()
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <input type="hidden" name="decision" value={kind} />
      {selected.map(({ id, seen }) => (
        <input key={id} type="hidden" name="requests" value={`${id}:${seen}`} />
      ))}
      {children}
      <FormFoot>
        <Button variant={danger ? 'danger' : 'primary'} busy={state === 'submitting'}>
          {submit}
        </Button>
        <ButtonLink to="/triage" variant="quiet">
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}
