import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { publicContext } from '#app/auth/guards.server.ts'
import { endSession } from '#app/auth/lucia.server.ts'
import { FormErrors, FormFoot, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { findResetLink, resetPassword } from '#app/domain/people/reset-links.server.ts'
import { resetSchema } from '#app/domain/people/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitSecret } from '#app/http/limits.server.ts'
import { publicRoute } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'New password · Causeway' }]

export const loader = publicRoute(async ({ params }: LoaderFunctionArgs) => ({
  person: await findResetLink(publicContext(), params.token ?? ''),
}))

export const action = publicRoute(async ({ request, params, context }: ActionFunctionArgs) =>
  handleForm(
    await request.formData(),
    resetSchema,
    async (input) => {
      await limitSecret(context.ip)
      await resetPassword(publicContext(), params.token ?? '', input)
      const cookie = await endSession(request.headers.get('cookie') ?? '')
      return redirect('/login?notice=password-set', { headers: { 'Set-Cookie': cookie } })
    },
    ['password'],
  ),
)

export default function SetPassword() {
  const { person } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(resetSchema, {
    id: 'set-password',
    lastResult: useActionData<typeof action>()?.result,
  })
  if (!person) {
    return (
      <>
        <h1>This link is used up</h1>
        <p className="mt-1 text-body text-muted">It was used, or is too old. Ask for a new one.</p>
        <FormFoot>
          <ButtonLink to="/reset">New link</ButtonLink>
        </FormFoot>
      </>
    )
  }
  return (
    <>
      <h1>New password</h1>
      <p className="mt-1 mb-4 text-body wrap-anywhere text-muted">For {person.email}.</p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <input type="hidden" autoComplete="username" value={person.email} readOnly />
        <TextField
          field={fields.password}
          label="New password"
          type="password"
          hint="At least 10 characters. You are signed out everywhere else."
          autoComplete="new-password"
          autoFocus
        />
        <FormFoot>
          <Button variant="primary">Set the password</Button>
        </FormFoot>
      </Form>
    </>
  )
}
