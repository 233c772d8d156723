import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'

import { FormErrors, FormFoot, HiddenFields, SelectField } from '#app/components/forms/fields.tsx'
import { answerTo, useActionForm } from '#app/components/forms/use-action-form.ts'
import { ROLE_OPTIONS, TEAM_OPTIONS } from '#app/components/people-options.ts'
import { teamWord } from '#app/components/team-dot.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/page.tsx'
import type { PersonRow } from '#app/domain/people/list-people.server.ts'
import { handOverSchema, roleSchema } from '#app/domain/people/schemas.ts'

type Result = SubmissionResult<string[]> | null | undefined

/** Role and team, with what they were, so that a change in between is noticed. */
export function RoleForm({ person, result }: { person: PersonRow; result: Result }) {
  const hidden = {
    intent: 'role',
    personId: person.id,
    wasRole: person.role,
    wasTeam: person.team,
  }
  const [form, fields] = useActionForm(roleSchema, {
    id: 'role',
    lastResult: answerTo(result, { intent: 'role' }),
    defaultValue: { role: person.role, team: person.team },
  })
  return (
    <Section title="Role and team">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <HiddenFields values={hidden} />
        <div className="grid grid-cols-2 items-start gap-3">
          <SelectField field={fields.role} label="Role" options={ROLE_OPTIONS} />
          <SelectField field={fields.team} label="Team" options={TEAM_OPTIONS} />
        </div>
        <FormFoot>
          <Button>Save</Button>
        </FormFoot>
      </Form>
    </Section>
  )
}

type Heir = { id: number; name: string; team: PersonRow['team'] }

/** Gives everything that the person looks after to somebody else. */
export function HandOverForm({
  person,
  heirs,
  result,
}: {
  person: PersonRow
  heirs: readonly Heir[]
  result: Result
}) {
  const hidden = { intent: 'hand-over', fromId: person.id }
  const [form, fields] = useActionForm(handOverSchema, {
    id: 'hand-over',
    lastResult: answerTo(result, { intent: 'hand-over' }),
  })
  const { accounts, openRequests, items } = person
  const parts = [
    counted(accounts, 'account', 'accounts'),
    counted(openRequests, 'open request', 'open requests'),
    counted(items, 'item', 'items'),
  ]
  if (accounts + openRequests + items === 0) return null
  return (
    <Section title="Hand over">
      <p className="mb-3 text-body text-muted">
        {person.name} looks after {parts.join(', ')}. One step gives it to somebody else: accounts
        to Customer Success, items to Product.
      </p>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <HiddenFields values={hidden} />
        <SelectField
          field={fields.toId}
          label="To"
          placeholder="Choose a person"
          options={heirs.map(({ id, name, team }) => ({
            value: id,
            label: `${name}, ${teamWord(team)}`,
          }))}
        />
        <FormFoot>
          <Button>Hand over</Button>
        </FormFoot>
      </Form>
    </Section>
  )
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A link with which the person chooses a new password. */
export function ResetForm({ result }: { result: Result }) {
  return (
    <Section title="Password">
      <Form method="post">
        <FormErrors errors={answerTo(result, { intent: 'reset-link' })?.error?.['']?.slice()} />
        <HiddenFields values={{ intent: 'reset-link' }} />
        <Button>Make a link for a new password</Button>
      </Form>
    </Section>
  )
}

/** Shuts the person out, or lets them in again. */
export function ActivityForm({ person, result }: { person: PersonRow; result: Result }) {
  const intent = person.deactivatedAt ? 'return' : 'deactivation'
  return (
    <Section title={person.deactivatedAt ? 'Come back' : 'Deactivate'}>
      <p className="mb-2 text-body text-muted">
        {person.deactivatedAt
          ? 'Lets this person sign in again, with the password, role and team they had.'
          : 'Ends every session at once and lets nobody in by this address. What they did stays.'}
      </p>
      <Form method="post">
        <FormErrors errors={answerTo(result, { intent })?.error?.['']?.slice()} />
        <HiddenFields values={{ intent }} />
        <Button variant={person.deactivatedAt ? 'default' : 'danger'}>
          {person.deactivatedAt ? 'Let in again' : 'Deactivate'}
        </Button>
      </Form>
    </Section>
  )
}
