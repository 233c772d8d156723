import { redirect } from '@remix-run/node'

import { revokeInvitation } from '#app/domain/people/revoke-invitation.server.ts'
import { invitationIdSchema } from '#app/domain/people/schemas.ts'
import { privateAction } from '#app/http/route.server.ts'

/** Revokes an invitation. */
export const action = privateAction('people.manage', async (ctx, { request }) => {
  const body = Object.fromEntries(await request.formData())
  await revokeInvitation(ctx, invitationIdSchema.parse(body))
  return redirect('/people')
})
