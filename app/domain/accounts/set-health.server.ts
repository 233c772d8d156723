import { inTransaction, type Context } from '#app/domain/context.ts'

import { fetchEditableAccount, saveAccount } from './account-records.server.ts'
import type { HealthInput } from './schemas.ts'

/** Says how the account is, by score, by colour, or that nobody knows. */
export async function setHealth(ctx: Context, input: HealthInput): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchEditableAccount(ctx, input.accountId)
    const { healthScore, healthColour } = input
    const patch = { healthScore, healthColour }
    await saveAccount(ctx, before, input.version, patch, 'account.health_set')
  })
}
