import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'

import type { ReactNode } from 'react'

import { FormErrors, FormFoot, HiddenFields, TextField } from '#app/components/forms/fields.tsx'
import { KeptForm } from '#app/components/forms/kept-form.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { approvalSchema, rejectionSchema, withdrawalSchema } from '#app/domain/icp/schemas.ts'
import type { ProfileState } from '#db/constants.ts'

const WORDS = {
  approved: {
    schema: approvalSchema,
    title: 'Approve',
    label: 'Why is it approved?',
    aside: 'optional',
    button: 'Approve the proposal',
    variant: 'primary',
  },
  withdrawn: {
    schema: withdrawalSchema,
    title: 'Withdraw',
    label: 'Why is it withdrawn?',
    aside: 'optional',
    button: 'Withdraw the proposal',
    variant: 'danger',
  },
  rejected: {
    schema: rejectionSchema,
    title: 'Reject',
    label: 'Why is it rejected?',
    aside: undefined,
    button: 'Reject the proposal',
    variant: 'danger',
  },
} as const

type DecisionPageProps = {
  kind: keyof typeof WORDS
  /** `seen`: the version of the text that was read before the form was opened. */
  profile: {
    id: number
    number: number
    line: string
    version: number
    seen: number
    state: ProfileState
  }
  lastResult: SubmissionResult<string[]> | undefined
  /** What to read before, below the form. */
  children?: ReactNode
}

/** Why a proposal is approved or closed, and the button that does it. One that is closed already says so. */
export function DecisionPage(props: DecisionPageProps) {
  const { kind, profile, lastResult, children } = props
  return (
    <div className="[--gutter:24px]">
      <PageHeader title={`${WORDS[kind].title} version ${profile.number} for ${profile.line}`} />
      <PageBody>
        <KeptForm
          closed={profile.state === 'proposed' ? null : 'This proposal is closed already.'}
          answered={lastResult !== undefined}
          instead={{ label: 'To the profile', to: `/profiles/${profile.id}` }}
        >
          <ReasonForm {...props} />
        </KeptForm>
        {children}
      </PageBody>
    </div>
  )
}

function ReasonForm({ kind, profile, lastResult }: DecisionPageProps) {
  const { schema, label, aside, button, variant } = WORDS[kind]
  const [form, fields] = useActionForm(schema, { id: 'decision', lastResult })
  // Whoever was told of another text knows of it, and may decide all the same.
  const version = lastResult?.error?.[''] ? profile.version : profile.seen
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-form">
      <HiddenFields values={{ version }} />
      <FormErrors errors={form.errors} />
      <TextField field={fields.reason} label={label} aside={aside} />
      <FormFoot>
        <Button variant={variant}>{button}</Button>
        <ButtonLink variant="quiet" to={`/profiles/${profile.id}`}>
          Cancel
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}
