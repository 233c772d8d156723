import { reopenContract } from '#app/domain/accounts/edit-contract.server.ts'
import { getContractToEdit } from '#app/domain/accounts/records-to-edit.server.ts'
import { seenSchema } from '#app/domain/accounts/schemas.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateAction } from '#app/http/route.server.ts'

import { EDIT } from './needed.ts'
import { readPosted } from './posted.server.ts'
import { toAccount } from './to-account.server.ts'

export const action = privateAction(EDIT, async (ctx, { request, params }) => {
  const accountId = idParam(params.accountId, 'This account')
  const contractId = idParam(params.contractId, 'This contract')
  await getContractToEdit(ctx, accountId, contractId)
  const { version } = await readPosted(request, seenSchema)
  await reopenContract(ctx, { contractId, version })
  return toAccount(request, accountId)
})

export { Nothing as default, Refused as ErrorBoundary } from './refused.tsx'
