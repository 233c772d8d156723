import { removeExternalId } from '#app/domain/accounts/external-ids.server.ts'
import { externalIdSchema } from '#app/domain/accounts/schemas.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { readPosted } from './posted.server.ts'
import { toAccount } from './to-account.server.ts'

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const input = await readPosted(request, externalIdSchema)
  await removeExternalId(ctx, { ...input, accountId })
  return toAccount(request, accountId)
})

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
