import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'

import type { Who } from '#app/auth/permissions.ts'
import { CopyField } from '#app/components/copy-field.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Callout } from '#app/components/ui/callout.tsx'
import { PageBody, PageHeader } from '#app/components/ui/page.tsx'
import { mayLookAfter } from '#app/domain/people/hand-over.server.ts'
import { getPerson, listActivePeople } from '#app/domain/people/list-people.server.ts'
import { personSchema } from '#app/domain/people/schemas.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'

import { changePerson } from './change-person.server.ts'
import { ActivityForm, HandOverForm, ResetForm, RoleForm } from './person-forms.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} · Causeway` },
]

export const loader = privateLoader('people.manage', async (ctx, { params }) => {
  const personId = personIdOf(params)
  const [person, active] = await Promise.all([getPerson(ctx, personId), listActivePeople(ctx)])
  return {
    person,
    isSelf: personId === ctx.actor.id,
    heirs: active.filter((a) => a.id !== personId && mayLookAfterSome(a)),
  }
})

export const action = privateAction('people.manage', (ctx, { request, params }) =>
  changePerson(ctx, request, personIdOf(params)),
)

/** Whoever only reads, or is of neither team, inherits nothing. */
function mayLookAfterSome(who: Who): boolean {
  return Object.values(mayLookAfter(who)).some(Boolean)
}

/** An address that names nobody finds nobody. */
function personIdOf({ personId }: { personId?: string }): number {
  return personSchema.safeParse({ personId }).data?.personId ?? 0
}

const DONE: Readonly<Record<string, string>> = {
  role: 'Role and team are changed.',
  'hand-over': 'It is handed over. What is left here needs somebody of the other team.',
  deactivation: 'This person is signed out everywhere and comes in no more.',
  return: 'This person can sign in again.',
}

export default function Person() {
  const { person, isSelf, heirs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const result = answer?.result
  const done = answer ? undefined : DONE[search.get('done') ?? '']
  return (
    <>
      <PageHeader
        title={person.name}
        aside={person.deactivatedAt ? <Badge>deactivated</Badge> : null}
        actions={<ButtonLink to="/people">All people</ButtonLink>}
      />
      <PageBody width="form">
        <p className="text-body wrap-anywhere text-muted">{person.email}</p>
        {done ? (
          <Callout live className="mt-3">
            {done}
          </Callout>
        ) : null}
        {answer && 'link' in answer ? (
          <Callout live title="The link is ready." className="mt-3">
            {answer.mailed ? 'It was mailed too. ' : ''}It works once, for 24 hours, and is shown
            only now.
            <div className="mt-2">
              <CopyField label="Link for a new password" value={answer.link} />
            </div>
          </Callout>
        ) : null}
        {person.deactivatedAt ? null : (
          <RoleForm key={`${person.role} ${person.team}`} person={person} result={result} />
        )}
        <HandOverForm person={person} heirs={heirs} result={result} />
        {person.deactivatedAt ? null : <ResetForm result={result} />}
        {isSelf ? null : <ActivityForm person={person} result={result} />}
      </PageBody>
    </>
  )
}
