import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { FormErrors, FormFoot, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { resetRequestSchema } from '#app/domain/people/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitReset } from '#app/http/limits.server.ts'
import { mailIsOn } from '#app/http/mail.server.ts'
import { publicRoute } from '#app/http/route.server.ts'

import { mailResetLink } from './mail-reset-link.server.ts'

export const meta: MetaFunction = () => [{ title: 'New password · Causeway' }]

export function loader() {
  return { mailIsOn: mailIsOn() }
}

export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) =>
  handleForm(await request.formData(), resetRequestSchema, async ({ email }) => {
    await limitReset({ ip: context.ip, email })
    if (mailIsOn()) {
      // Not awaited: the time of the answer must not tell whether somebody has this address.
      void mailResetLink({ email, requestId: context.requestId })
    }
    return { sent: true as const, result: null }
  }),
)

export default function AskForReset() {
  const { mailIsOn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActionForm(resetRequestSchema, {
    id: 'ask-for-reset',
    lastResult: answer?.result,
  })
  if (!mailIsOn) {
    return (
      <Words title="Ask an admin">
        This Causeway sends no mail. An admin can make a link for you with which you choose a new
        password.
      </Words>
    )
  }
  if (answer && 'sent' in answer) {
    return (
      <Words title="Look into your mail">
        If somebody here has this address, a link is on its way. It works once, for one hour.
      </Words>
    )
  }
  return (
    <>
      <h1 className="mb-4">New password</h1>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <TextField
          field={fields.email}
          label="E-mail"
          type="email"
          hint="A link comes by mail, with which you choose a new password."
          autoComplete="username"
          autoFocus
        />
        <FormFoot>
          <Button variant="primary">Send the link</Button>
          <ButtonLink to="/login" variant="quiet">
            Back
          </ButtonLink>
        </FormFoot>
      </Form>
    </>
  )
}

function Words({ title, children }: { title: string; children: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="mt-1 text-body text-muted">{children}</p>
      <FormFoot>
        <ButtonLink to="/login">Back to sign in</ButtonLink>
      </FormFoot>
    </>
  )
}
