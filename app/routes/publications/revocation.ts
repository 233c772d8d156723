import { redirect } from '@remix-run/node'

import { revokeShareLink } from '#app/domain/publications/share-links.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', () => '/publications')

/** `POST /links/:id/revocation`: the link stops working at once. */
export const action = privateAction('backlog.publish', async (ctx, { params }) => {
  const publicationId = await revokeShareLink(ctx, idParam(params['id'], 'The link'))
  return redirect(`/publications/${publicationId}/links`)
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
