import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'

import { CopyField } from '#app/components/copy-field.tsx'
import { FormErrors, FormFoot, SelectField, TextField } from '#app/components/forms/fields.tsx'
import { useActionForm } from '#app/components/forms/use-action-form.ts'
import { ROLE_OPTIONS, TEAM_OPTIONS } from '#app/components/people-options.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { RadioList } from '#app/components/ui/choice-list.tsx'
import { FieldGroup } from '#app/components/ui/field.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { getOrganisation } from '#app/domain/organisation/get-organisation.server.ts'
import { invitePerson } from '#app/domain/people/invite-person.server.ts'
import { invitationMail } from '#app/domain/people/mails.ts'
import { invitationSchema } from '#app/domain/people/schemas.ts'
import { addressFor } from '#app/http/address.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { mailIsOn, sendMail } from '#app/http/mail.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

export const meta: MetaFunction = () => [{ title: 'Invite · Causeway' }]

export const loader = privateLoader('people.manage', () => Promise.resolve(null))

export const action = privateAction('people.manage', async (ctx, { request }) =>
  handleForm(await request.formData(), invitationSchema, async (input) => {
    const { token } = await invitePerson(ctx, input)
    const link = addressFor(request, `/invitations/${token}`)
    const { name: organisation } = await getOrganisation(ctx)
    const mail = { to: input.email, organisation, invitedBy: ctx.actor.name, link }
    const mailed = mailIsOn() ? await sendMail(invitationMail(mail)) : null
    return { result: null, invited: { email: input.email, link, mailed } }
  }),
)

export default function Invite() {
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader title="Invite" />
      <PageBody width="form">
        {answer && 'invited' in answer ? (
          <Invited {...answer.invited} />
        ) : (
          <InviteForm result={answer?.result} />
        )}
      </PageBody>
    </>
  )
}

function InviteForm({ result }: { result: Parameters<typeof useActionForm>[1]['lastResult'] }) {
  const [form, fields] = useActionForm(invitationSchema, {
    id: 'invite',
    lastResult: result,
    defaultValue: { role: 'contributor', team: 'cs' },
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <div className="space-y-4">
        <TextField field={fields.email} label="E-mail" type="email" autoComplete="off" autoFocus />
        <SelectField field={fields.team} label="Team" options={TEAM_OPTIONS} />
        <FieldGroup id={fields.role.id} label="Role" errors={fields.role.errors}>
          <RadioList
            name={fields.role.name}
            defaultValue={fields.role.initialValue}
            choices={ROLE_OPTIONS}
          />
        </FieldGroup>
      </div>
      <FormFoot>
        <Button variant="primary">Invite</Button>
        <ButtonLink to="/people" variant="quiet">
          Back
        </ButtonLink>
      </FormFoot>
    </Form>
  )
}

function Invited({ email, link, mailed }: { email: string; link: string; mailed: boolean | null }) {
  return (
    <>
      <Callout tone={mailed === false ? 'watch' : 'info'} live className="mb-4">
        {mailed
          ? `The invitation is on its way to ${email}.`
          : mailed === false
            ? `The mail to ${email} was not taken by the mail server. Hand over the link yourself.`
            : `Hand this link to ${email} yourself; this Causeway sends no mail.`}
      </Callout>
      <CopyField label="Link, works once, for seven days" value={link} />
      <p className="mt-1 text-small text-muted">It is shown only now.</p>
      <FormFoot>
        <ButtonLink to="/people/invite" reloadDocument>
          Invite another
        </ButtonLink>
        <ButtonLink to="/people" variant="quiet">
          To the list
        </ButtonLink>
      </FormFoot>
    </>
  )
}
