import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'

import { publicContext } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/lucia.server.ts'
import { FormErrors, FormFoot, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { hasPeople } from '#app/domain/people/issue-setup-code.server.ts'
import { signInSchema } from '#app/domain/people/schemas.ts'
import { signIn } from '#app/domain/people/sign-in.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitedSignIn } from '#app/http/limits.server.ts'
import { publicRoute } from '#app/http/route.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in · Causeway' }]

const NOTICES: Readonly<Record<string, string>> = {
  'password-set': 'Your password is set. Sign in with it.',
  'signed-out': 'You are signed out on every device.',
}

export const loader = publicRoute(async ({ request, context }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url)
  const next = safePath(searchParams.get('next'))
  if (context.person) throw redirect(next)
  if (!(await hasPeople(publicContext()))) throw redirect('/setup')
  return { next, notice: NOTICES[searchParams.get('notice') ?? ''] ?? null }
})

export const action = publicRoute(async ({ request, context }: ActionFunctionArgs) => {
  const body = await request.formData()
  const next = safePath(String(body.get('next')))
  return handleForm(
    body,
    signInSchema,
    async (input) => {
      const { personId } = await limitedSignIn({ ip: context.ip, email: input.email }, () =>
        signIn(publicContext(), input),
      )
      const cookie = await startSession(personId, request.headers.get('cookie') ?? '')
      return redirect(next, { headers: { 'Set-Cookie': cookie } })
    },
    ['password'],
  )
})

export default function Login() {
  const { next, notice } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(signInSchema, {
    id: 'sign-in',
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <>
      <h1 className="mb-4">Sign in</h1>
      {notice && !form.errors ? <Callout className="mb-4">{notice}</Callout> : null}
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <div className="space-y-4">
          <TextField
            field={fields.email}
            label="E-mail"
            type="email"
            autoComplete="username"
            autoFocus
          />
          <TextField
            field={fields.password}
            label="Password"
            type="password"
            autoComplete="current-password"
          />
        </div>
        <FormFoot>
          <Button variant="primary">Sign in</Button>
          <Link to="/reset" className="ml-auto text-accent hover:underline">
            Forgot the password?
          </Link>
        </FormFoot>
      </Form>
    </>
  )
}
