import { closeOpportunity } from '#app/domain/accounts/edit-opportunity.server.ts'
import { opportunityCloseSchema } from '#app/domain/accounts/opportunity-schemas.ts'
import { getOpportunityToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { readPosted } from './posted.server.ts'
import { toAccount } from './to-account.server.ts'

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const opportunityId = idParam(params.opportunityId, 'This opportunity')
  await getOpportunityToEdit(ctx, accountId, opportunityId)
  const input = await readPosted(request, opportunityCloseSchema)
  await closeOpportunity(ctx, { ...input, opportunityId })
  const done = input.state === 'open' ? undefined : `opportunity.${opportunityId}`
  return toAccount(request, accountId, done)
})

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
