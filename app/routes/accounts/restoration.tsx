import { restoreAccount } from '#app/domain/accounts/archive-account.server.ts'
import { seenSchema } from '#app/domain/accounts/schemas.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { readPosted } from './posted.server.ts'
import { toAccount } from './to-account.server.ts'

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const { version } = await readPosted(request, seenSchema)
  await restoreAccount(ctx, { accountId, version })
  return toAccount(request, accountId)
})

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
