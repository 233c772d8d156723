import { redirect } from '@remix-run/node'

import { may } from '#app/auth/permissions.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** `/`: what one comes for. A PM has the inbox, a CSM the requests, everybody else the backlog. */
export const loader = privateLoader('read', async ({ actor }) => {
  if (may(actor, 'request.triage')) return redirect('/triage')
  return redirect(may(actor, 'request.submit') ? '/my-requests' : '/backlog')
})
