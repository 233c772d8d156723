import { data, redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useState, type FormEvent } from 'react'

import { RouteError } from '#app/components/route-error.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { Field, FieldGroup } from '#app/components/ui/field.tsx'
import { useControlProps } from '#app/components/ui/field-context.ts'
import { CONTROL_LOOK } from '#app/components/ui/inputs.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { DomainError } from '#app/domain/errors.ts'
import { DAYS_KEPT, LARGEST_FILE, TOO_LARGE } from '#app/domain/imports/limits.ts'
import { uploadImport } from '#app/domain/imports/upload-import.server.ts'
import { KIND_WORDS } from '#app/domain/imports/words.ts'
import { receiveFile } from '#app/http/receive-file.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Import a file · Causeway' }]

export const loader = privateLoader('import.run', () => Promise.resolve(null))

type Kind = keyof typeof KIND_WORDS

const readKind = (text: string | undefined) => CHOICES.find(({ value }) => value === text)?.value

export const action = privateAction('import.run', async (ctx, { request }) => {
  const { fields, taken } = await receiveFile(request, 'file', async ({ fields, ...file }) => {
    const kind = readKind(fields.get('kind'))
    return kind ? uploadImport(ctx, { kind, ...file }) : null
  })
  const kind = readKind(fields.get('kind'))
  if (taken?.status === 'fulfilled' && taken.value) {
    return redirect(`/imports/${taken.value.importId}`)
  }
  const errors = { kind: kind ? [] : ['Choose what the file holds.'], file: refusalsOf(taken) }
  return data({ kind, errors }, { status: 422 })
})

function refusalsOf(taken: PromiseSettledResult<unknown> | null): string[] {
  if (taken === null) return ['Choose a file.']
  if (taken.status === 'fulfilled') return ['Choose the file again.']
  const error: unknown = taken.reason
  if (error instanceof DomainError && error.code === 'invalid') return [error.message]
  throw error
}

const CHOICES: readonly { value: Kind; label: string; description: string }[] = [
  {
    value: 'accounts',
    label: KIND_WORDS.accounts,
    description: 'Companies, with their parents, owners, health and ARR.',
  },
  {
    value: 'contracts',
    label: KIND_WORDS.contracts,
    description: 'What they pay, until when. An account can have several.',
  },
  {
    value: 'opportunities',
    label: KIND_WORDS.opportunities,
    description: 'New business, expansions, and renewal deals that move a contract.',
  },
  {
    value: 'requests',
    label: KIND_WORDS.requests,
    description: 'What they asked for, from a tracker, a help desk or a portal.',
  },
  {
    value: 'outcomes',
    label: KIND_WORDS.outcomes,
    description: 'How contracts were decided, and why. It rolls them on or ends them.',
  },
]

export default function NewImport() {
  const answer = useActionData<typeof action>()
  const isSending = useNavigation().formAction === '/imports/new'
  const [tooLarge, setTooLarge] = useState(false)
  const check = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get('file')
    const isTooLarge = file instanceof File && file.size > LARGEST_FILE
    setTooLarge(isTooLarge)
    if (isTooLarge) event.preventDefault()
  }
  return (
    <>
      <PageHeader title="Import a file" />
      <PageBody width="form">
        <Form
          method="post"
          encType="multipart/form-data"
          onSubmit={check}
          className="space-y-5"
          noValidate
        >
          <FieldGroup id="kind" label="What does it hold?" errors={answer?.errors.kind}>
            <RadioList name="kind" choices={CHOICES} defaultValue={answer?.kind} />
          </FieldGroup>
          <Field
            id="file"
            label="File"
            hint={`CSV with column names, at most 100 MB. Comma, semicolon or tab; any encoding. Nothing changes before you have seen what each row would do. A file that is not applied is forgotten after ${DAYS_KEPT} days.`}
            errors={tooLarge ? [TOO_LARGE] : answer?.errors.file}
          >
            <FileInput />
          </Field>
          <div className="flex gap-2">
            <Button variant="primary" busy={isSending}>
              {isSending ? 'Uploading' : 'Upload'}
            </Button>
            <ButtonLink variant="quiet" to="/imports">
              Cancel
            </ButtonLink>
          </div>
        </Form>
      </PageBody>
    </>
  )
}

function FileInput() {
  return (
    <input
      {...useControlProps({ id: 'file' })}
      type="file"
      name="file"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
      className={`${CONTROL_LOOK} p-1.5 text-row file:mr-3 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-2.5 file:py-1 file:text-text touch:p-2.5`}
    />
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
