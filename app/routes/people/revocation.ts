import { redirect } from '@remix-run/node'

import { revokeInvitation } from '#app/domain/people/revoke-invitation.server.ts'
import { invitationIdSchema } from '#app/domain/people/schemas.ts'
import { parseForm } from '#app/http/form.server.ts'
import { privateAction } from '#app/http/route.server.ts'

/** Revokes an invitation. */
export const action = privateAction('people.manage', async (ctx, { request }) => {
  await revokeInvitation(ctx, await parseForm(request, invitationIdSchema))
  return redirect('/people')
})
