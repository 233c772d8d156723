import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'

import { FormErrors, TextAreaField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { replySchema } from '#app/domain/requests/schemas.ts'

/** The reply to what triage asked. */
export function ReplyForm({
  requestId,
  question,
  lastResult,
}: {
  requestId: number
  question: string | null
  lastResult?: SubmissionResult<string[]> | null
}) {
  const [form, fields] = useActionForm(replySchema, { id: 'reply', lastResult })
  return (
    <Form
      method="post"
      action={`/requests/${requestId}/reply`}
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate
    >
      {question ? (
        <blockquote dir="auto" className="mb-2 text-body wrap-anywhere whitespace-pre-wrap">
          {question}
        </blockquote>
      ) : null}
      <FormErrors errors={form.errors} />
      <TextAreaField field={fields.body} label="Your reply" rows={3} />
      <Button variant="primary" className="mt-2">
        Send reply
      </Button>
    </Form>
  )
}
