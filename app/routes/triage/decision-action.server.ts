import { redirect } from '@remix-run/node'
import type { z } from 'zod'

import type { Permission } from '#app/auth/permissions.ts'
import type { Context } from '#app/domain/context.ts'
import type { Decided } from '#app/domain/triage/decide.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction, privateLoader } from '#app/http/route.server.ts'
import { safePath } from '#app/lib/safe-path.ts'

import { loadPane } from './load-pane.server.ts'

/**
 * The action of one decision's address: its form, its command, and on to `next` with the undo on offer.
 * @param command told the request of the address and the form
 */
export function decisionAction<Schema extends z.ZodType<object>>(
  schema: Schema,
  command: (ctx: Context, input: z.output<Schema> & { requestId: number }) => Promise<Decided>,
  permission: Permission = 'request.triage',
) {
  return privateAction(permission, async (ctx, { request, params }) => {
    const requestId = idParam(params['id'], 'The request')
    const body = await request.formData()
    return handleForm(body, schema, async (value) => {
      const { decisionId } = await command(ctx, { ...value, requestId })
      const next = body.get('next')
      const to = safePath(typeof next === 'string' ? next : null, `/triage/${requestId}`)
      return redirect(`${to}${to.includes('?') ? '&' : '?'}decided=${decisionId}`)
    })
  })
}

/** What the page of one decision shows: the request, as triage sees it. */
export const decisionLoader = privateLoader('request.triage', (ctx, { request, params }) =>
  loadPane(ctx, idParam(params['id'], 'The request'), request),
)
