import { z } from 'zod'

import { takeBackOutcome } from '#app/domain/outcomes/take-back-outcome.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { readPosted } from './posted.server.ts'
import { toAccount } from './to-account.server.ts'

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const outcomeId = idParam(params.outcomeId, 'This outcome')
  await readPosted(request, z.object({}))
  await takeBackOutcome(ctx, { outcomeId, accountId })
  return toAccount(request, accountId)
})

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
