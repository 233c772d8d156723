import { redirect } from '@remix-run/node'

import { archiveAccount } from '#app/domain/accounts/archive-account.server.ts'
import { seenSchema } from '#app/domain/accounts/schemas.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { readPosted } from './posted.server.ts'

export const action = privateAction(
  ['account.edit', 'account.edit.own'],
  async (ctx, { request, params }) => {
    const accountId = idParam(params.accountId, 'This account')
    const { version } = await readPosted(request, seenSchema)
    await archiveAccount(ctx, { accountId, version })
    return redirect(`/accounts/${accountId}?done=archived`)
  },
)

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
