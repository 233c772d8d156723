import { redirect } from '@remix-run/node'

import { endSession } from '#app/auth/lucia.server.ts'
import { signOutEverywhere } from '#app/domain/people/own-profile.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', () => '/me')

/** Signs out on every device, this one too. */
export const action = privateAction('read', async (ctx, { request }) => {
  await signOutEverywhere(ctx)
  const cookie = await endSession(request.headers.get('cookie') ?? '')
  return redirect('/login?notice=signed-out', { headers: { 'Set-Cookie': cookie } })
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
