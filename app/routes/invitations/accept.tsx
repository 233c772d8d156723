import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'

import { publicContext } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/lucia.server.ts'
import { FormErrors, FormFoot, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { teamWord } from '#app/components/team-dot.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import {
  acceptInvitation,
  findOpenInvitation,
} from '#app/domain/people/accept-invitation.server.ts'
import { ROLE_WORDS } from '#app/domain/people/roles.ts'
import { acceptSchema } from '#app/domain/people/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { limitSecret } from '#app/http/limits.server.ts'
import { publicRoute } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Join · Causeway' }]

export const loader = publicRoute(async ({ params }: LoaderFunctionArgs) => {
  const ctx = publicContext()
  const invitation = await findOpenInvitation(ctx, params.token ?? '')
  const organisation = invitation ? (await getOrganisation(ctx)).name : null
  return { invitation, organisation }
})

export const action = publicRoute(async ({ request, params, context }: ActionFunctionArgs) =>
  handleForm(
    await request.formData(),
    acceptSchema,
    async (input) => {
      await limitSecret(context.ip)
      const person = await acceptInvitation(publicContext(), params.token ?? '', input)
      const cookie = await startSession(person.id, request.headers.get('cookie') ?? '')
      return redirect('/', { headers: { 'Set-Cookie': cookie } })
    },
    ['password'],
  ),
)

export default function Accept() {
  const { invitation, organisation } = useLoaderData<typeof loader>()
  const [form, fields] = useActionForm(acceptSchema, {
    id: 'accept',
    lastResult: useActionData<typeof action>()?.result,
  })
  if (!invitation) {
    return (
      <>
        <h1>This invitation is not open</h1>
        <p className="mt-1 text-body text-muted">
          It was used, revoked, or is older than seven days. Ask an admin for a new one.
        </p>
        <FormFoot>
          <ButtonLink to="/login">Sign in</ButtonLink>
        </FormFoot>
      </>
    )
  }
  const { email, role, team } = invitation
  return (
    <>
      <h1>Join {organisation}</h1>
      <p className="mt-1 mb-4 text-body wrap-anywhere text-muted">
        As {email}: {ROLE_WORDS[role]}, {teamWord(team)}.
      </p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <div className="space-y-4">
          <TextField field={fields.name} label="Your name" autoComplete="name" autoFocus />
          <TextField
            field={fields.password}
            label="Choose a password"
            type="password"
            hint="At least 10 characters."
            autoComplete="new-password"
          />
        </div>
        <FormFoot>
          <Button variant="primary">Join</Button>
        </FormFoot>
      </Form>
    </>
  )
}
