import { redirect } from '@remix-run/node'

import { revokeInvitation } from '#app/domain/people/revoke-invitation.server.ts'
import { invitationIdSchema } from '#app/domain/people/schemas.ts'
import { parseForm } from '#app/http/form.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('people.manage', () => '/people')

/** Never shown; with it a refusal is a page of the shell and no bare text. */
export default function Revocation() {
  return null
}

/** Revokes an invitation. */
export const action = privateAction('people.manage', async (ctx, { request }) => {
  await revokeInvitation(ctx, await parseForm(request, invitationIdSchema))
  return redirect('/people')
})
