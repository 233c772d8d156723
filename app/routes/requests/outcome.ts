import { redirect } from '@remix-run/node'

import { reportSolved } from '#app/domain/requests/report-solved.server.ts'
import { outcomeSchema } from '#app/domain/requests/schemas.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { leadsTo, privateAction } from '#app/http/route.server.ts'

export const loader = leadsTo('read', ({ id }) => `/requests/${id}`)

/** `POST /requests/:id/outcome`: what was shipped solves the need, or does not. */
export const action = privateAction('request.reply', async (ctx, args) => {
  const requestId = idParam(args.params['id'], 'This request')
  return handleForm(await args.request.formData(), outcomeSchema, async (input) => {
    await reportSolved(ctx, { requestId, ...input })
    return redirect(`/requests/${requestId}`)
  })
})

export { default, ErrorBoundary } from '#app/components/post-only.tsx'
