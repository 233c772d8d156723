import { redirect } from '@remix-run/node'

import { removeExternalId } from '#app/domain/accounts/external-ids.server.ts'
import { externalIdSchema } from '#app/domain/accounts/schemas.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { readPosted } from './posted.server.ts'

export const action = privateAction(
  ['account.edit', 'account.edit.own'],
  async (ctx, { request, params }) => {
    const accountId = idParam(params.accountId, 'This account')
    const input = await readPosted(request, externalIdSchema)
    await removeExternalId(ctx, { ...input, accountId })
    return redirect(`/accounts/${accountId}`)
  },
)

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
