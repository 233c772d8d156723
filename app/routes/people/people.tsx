import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { UserPlus } from 'lucide-react'

import { TeamDot } from '#app/components/team-dot.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { ListScreen } from '#app/components/ui/list-screen.tsx'
import { PageHeader } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import {
  listOpenInvitations,
  listPeople,
  type PersonRow,
} from '#app/domain/people/list-people.server.ts'
import { ROLE_WORDS } from '#app/domain/people/roles.ts'
import { privateLoader } from '#app/http/route.server.ts'

import { Invitations } from './invitations.tsx'

export const meta: MetaFunction = () => [{ title: 'People · Causeway' }]

export const loader = privateLoader('people.manage', async (ctx) => {
  const [people, invitations, today] = await Promise.all([
    listPeople(ctx),
    listOpenInvitations(ctx),
    getToday(ctx),
  ])
  return { people, invitations, today }
})

export default function People() {
  const { people, invitations, today } = useLoaderData<typeof loader>()
  const active = people.filter((person) => !person.deactivatedAt)
  return (
    <ListScreen
      header={
        <PageHeader
          title="People"
          aside={<span className="text-muted">{active.length} active</span>}
          actions={
            <ButtonLink
              to="/people/invite"
              variant="primary"
              icon={<UserPlus aria-hidden className="size-4" />}
            >
              Invite
            </ButtonLink>
          }
        />
      }
    >
      <Table caption="People">
        <THead>
          <Th card="title">Name</Th>
          <Th>E-mail</Th>
          <Th>Role</Th>
          <Th>Team</Th>
          <Th numeric>Accounts</Th>
          <Th numeric>Open requests</Th>
          <Th numeric>Items</Th>
        </THead>
        <TBody>
          {people.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </TBody>
      </Table>
      {invitations.length > 0 ? (
        <>
          <h2 className="px-4 pt-5 pb-1.5">Invited</h2>
          <Invitations invitations={invitations} today={today} />
        </>
      ) : null}
    </ListScreen>
  )
}

function Row({ person }: { person: PersonRow }) {
  const href = `/people/${person.id}`
  return (
    <Tr href={href}>
      <Td card="title" title={person.name}>
        <Link to={href} className="hover:underline">
          {person.name}
        </Link>{' '}
        {person.deactivatedAt ? <Badge>deactivated</Badge> : null}
      </Td>
      <Td label="E-mail" muted title={person.email} className="max-w-64">
        {person.email}
      </Td>
      <Td label="Role">{ROLE_WORDS[person.role]}</Td>
      <Td label="Team">
        <TeamDot team={person.team} />
      </Td>
      <Td label="Accounts" numeric>
        {person.accounts}
      </Td>
      <Td label="Open requests" numeric>
        {person.openRequests}
      </Td>
      <Td label="Items" numeric>
        {person.items}
      </Td>
    </Tr>
  )
}
