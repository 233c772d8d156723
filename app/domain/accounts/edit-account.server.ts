import { inTransaction, type Context } from '#app/domain/context.ts'
import { fold } from '#app/lib/fold.ts'

import { fetchEditableAccount, saveAccount } from './account-records.server.ts'
import { checkOwner, checkParent } from './check-references.server.ts'
import { pickFields } from './create-account.server.ts'
import type { AccountEdit } from './schemas.ts'

/** Changes what an account is. An owner who has left since may stay; a new one must be of CS. */
export async function editAccount(ctx: Context, input: AccountEdit): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchEditableAccount(ctx, input.accountId)
    if (input.ownerId !== before.ownerId) await checkOwner(ctx, input.ownerId)
    if (input.parentId !== before.parentId) await checkParent(ctx, before.id, input.parentId)
    const patch = { ...pickFields(input), nameFold: fold(input.name) }
    await saveAccount(ctx, before, input.version, patch, 'account.edited')
  })
}
