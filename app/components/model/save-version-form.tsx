import type { SubmissionResult } from '@conform-to/react'
import { Form, useLocation } from '@remix-run/react'

import { FormErrors, FormFoot, HiddenFields, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { saveVersionSchema } from '#app/domain/model/schemas.ts'
import type { Difference } from '#app/domain/model/values.ts'

import { ChangeList } from './version-list.tsx'

/** Puts the parameters of a what-if in force. They stand in the address, which the form posts to. */
export function SaveVersionForm({
  inForceId,
  different,
  supposes,
  lastResult,
}: {
  inForceId: number
  different: readonly Difference[]
  /** Facts of an account are supposed too, and are not saved. */
  supposes: boolean
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const { pathname, search } = useLocation()
  const [form, fields] = useActionForm(saveVersionSchema, { id: 'save-version', lastResult })
  return (
    <Section title="Save as a new model version">
      <Form
        method="post"
        action={`${pathname}${search}`}
        preventScrollReset
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate
        className="max-w-[560px]"
      >
        <FormErrors errors={form.errors} />
        <HiddenFields values={{ wasVersionId: inForceId }} />
        <p className="text-muted">
          Everything is scored anew at once, and everybody sees the version with its reason.
          {supposes ? ' What is supposed of the account is not saved.' : ''}
        </p>
        <ChangeList changed={different} />
        <div className="mt-3">
          <TextField field={fields.reason} label="Reason" autoComplete="off" />
        </div>
        <FormFoot>
          <Button variant="primary">Save as a new model version</Button>
        </FormFoot>
      </Form>
    </Section>
  )
}
