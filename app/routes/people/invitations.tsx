import { Form } from '@remix-run/react'

import { DateText } from '#app/components/date-text.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import type { InvitationRow } from '#app/domain/people/list-people.server.ts'
import { ROLE_WORDS } from '#app/domain/people/roles.ts'
import type { IsoDate } from '#app/lib/dates.ts'

/** Invitations that can still be accepted. */
export function Invitations({
  invitations,
  today,
}: {
  invitations: readonly InvitationRow[]
  today: IsoDate
}) {
  return (
    <Table caption="Open invitations">
      <THead>
        <Th card="title">E-mail</Th>
        <Th>Role</Th>
        <Th>Team</Th>
        <Th>Invited by</Th>
        <Th>Ends</Th>
        <Th>
          <span className="sr-only">Revoke</span>
        </Th>
      </THead>
      <TBody>
        {invitations.map((invitation) => (
          <Tr key={invitation.id}>
            <Td card="title" title={invitation.email}>
              {invitation.email}
            </Td>
            <Td label="Role">{ROLE_WORDS[invitation.role]}</Td>
            <Td label="Team">
              <TeamDot team={invitation.team} />
            </Td>
            <Td label="Invited by" muted>
              {invitation.invitedBy}
            </Td>
            <Td label="Ends">
              <DateText date={invitation.expiresOn} today={today} />
            </Td>
            <Td className="text-right">
              <Form method="post" action="/people/invitations">
                <input type="hidden" name="invitationId" value={invitation.id} />
                <Button size="small" variant="quiet" aria-label={`Revoke ${invitation.email}`}>
                  Revoke
                </Button>
              </Form>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
