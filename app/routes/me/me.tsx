import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import { FormErrors, FormFoot, Saved, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { ThemeSwitch } from '#app/components/shell/theme-switch.tsx'
import { teamWord } from '#app/components/team-dot.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { PageBody, PageHeader, Section } from '#app/components/ui/page.tsx'
import { rename } from '#app/domain/people/own-profile.server.ts'
import { ROLE_WORDS } from '#app/domain/people/roles.ts'
import { nameSchema } from '#app/domain/people/schemas.ts'
import { countSessions } from '#app/domain/people/sessions.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'You · Causeway' }]

export const loader = privateLoader('read', async (ctx) => ({
  person: ctx.actor,
  sessions: await countSessions(ctx, ctx.actor.id),
}))

export const action = privateAction('read', async (ctx, { request }) =>
  handleForm(await request.formData(), nameSchema, async (input) => {
    await rename(ctx, input)
    return redirect('/me?saved=name')
  }),
)

export default function Me() {
  const { person, sessions } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const [form, fields] = useActionForm(nameSchema, {
    id: 'rename',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { name: person.name },
  })
  return (
    <>
      <PageHeader title="You" />
      <PageBody width="form">
        <p className="text-body wrap-anywhere text-muted">
          {person.email}: {ROLE_WORDS[person.role]}, {teamWord(person.team)}.
        </p>
        <Section title="Name">
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
            <FormErrors errors={form.errors} />
            <TextField field={fields.name} label="Name" hideLabel autoComplete="name" />
            <FormFoot>
              <Button>Save</Button>
              <Saved when={search.get('saved') === 'name' && !form.errors} />
            </FormFoot>
          </Form>
        </Section>
        <Section title="Look">
          <div className="max-w-80 rounded-md border">
            <ThemeSwitch theme={person.theme} />
          </div>
        </Section>
        <Section title="Password">
          <ButtonLink to="/me/password">Change the password</ButtonLink>
          <Saved when={search.get('saved') === 'password'} />
        </Section>
        <Section title="Devices">
          <p className="mb-2 text-body text-muted">
            {sessions === 1
              ? 'You are signed in on this device only.'
              : `You are signed in on ${sessions} devices.`}
          </p>
          <Form method="post" action="/me/sessions">
            <Button variant="danger">Sign out everywhere</Button>
          </Form>
        </Section>
      </PageBody>
    </>
  )
}
