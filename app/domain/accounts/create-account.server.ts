import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import { refreshScores } from '#app/domain/scoring/refresh.server.ts'
import { fold } from '#app/lib/fold.ts'
import { accounts } from '#db/schema/accounts.ts'

import { accountFacts } from './account-records.server.ts'
import { checkOwner, checkParent } from './check-references.server.ts'
import type { AccountInput } from './schemas.ts'

/** Makes an account, without contracts, health or weight yet. */
export async function createAccount(
  ctx: Context,
  input: AccountInput,
): Promise<{ accountId: number }> {
  authorize(ctx, 'account.create')
  return inTransaction(ctx, async (ctx) => {
    await checkOwner(ctx, input.ownerId)
    await checkParent(ctx, null, input.parentId)
    const [row] = await ctx.db
      .insert(accounts)
      .values({
        ...pickFields(input),
        nameFold: fold(input.name),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning()
    if (!row) throw new Error('The account was not stored')
    await recordChanges(
      ctx,
      { type: 'account', id: row.id, version: row.version },
      null,
      accountFacts(row),
    )
    await recordEvent(ctx, {
      name: 'account.created',
      subject: ['account', row.id],
      data: { name: row.name },
    })
    // Who owns more accounts may claim more blockers in full.
    await refreshScores(ctx, {})
    return { accountId: row.id }
  })
}

/** The columns that the form carries, and no others. */
export function pickFields(input: AccountInput) {
  const { name, domain, parentId, ownerId, lifecycle, segment } = input
  const { industry, region, employees, plan } = input
  return {
    ...{ name, domain, parentId, ownerId, lifecycle, segment },
    ...{ industry, region, employees, plan },
  }
}
