import { redirect } from '@remix-run/node'

import { undoDecision } from '#app/domain/triage/undo-decision.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

/** Undoes a decision and leads back to its request. The command knows who may. */
export const action = privateAction('read', async (ctx, { request, params }) => {
  const body = await request.formData()
  const decisionId = idParam(params['id'], 'The decision')
  const { requestId } = await undoDecision(ctx, { decisionId })
  const next = body.get('next')
  return redirect(safePath(typeof next === 'string' ? next : null, `/triage/${requestId}`))
})
