import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'

import { startSession } from '#app/auth/lucia.server.ts'
import { FormErrors, FormFoot, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { changePassword } from '#app/domain/people/change-password.server.ts'
import { passwordChangeSchema } from '#app/domain/people/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitedSignIn } from '#app/http/limits.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Your password · Causeway' }]

export const loader = privateLoader('read', () => Promise.resolve(null))

export const action = privateAction('read', async (ctx, { request, context }) =>
  handleForm(
    await request.formData(),
    passwordChangeSchema,
    async (input) => {
      // Whoever sits at somebody else's session guesses no further than at the sign-in.
      await limitedSignIn({ ip: context.ip, email: ctx.actor.email }, () =>
        changePassword(ctx, input),
      )
      const cookie = await startSession(ctx.actor.id, request.headers.get('cookie') ?? '')
      return redirect('/me?saved=password', { headers: { 'Set-Cookie': cookie } })
    },
    ['current', 'password'],
  ),
)

export default function Password() {
  const [form, fields] = useActionForm(passwordChangeSchema, {
    id: 'change-password',
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <>
      <PageHeader title="Change the password" />
      <PageBody width="form">
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
          <FormErrors errors={form.errors} />
          <div className="space-y-4">
            <TextField
              field={fields.current}
              label="Present password"
              type="password"
              autoComplete="current-password"
              autoFocus
            />
            <TextField
              field={fields.password}
              label="New password"
              type="password"
              hint="At least 10 characters. You are signed out on every other device."
              autoComplete="new-password"
            />
          </div>
          <FormFoot>
            <Button variant="primary">Change it</Button>
            <ButtonLink to="/me" variant="quiet">
              Back
            </ButtonLink>
          </FormFoot>
        </Form>
      </PageBody>
    </>
  )
}
