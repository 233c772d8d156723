import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'

import { fetchAccount, saveAccount } from './account-records.server.ts'
import type { StrategicInput } from './schemas.ts'

/** Lets an account weigh more or less in the score, for a reason and until a day. Managers only. */
export async function setStrategicWeight(ctx: Context, input: StrategicInput): Promise<void> {
  authorize(ctx, 'account.strategic')
  await inTransaction(ctx, async (ctx) => {
    const before = await fetchAccount(ctx, input.accountId)
    const { strategicWeight, strategicReason, strategicUntil } = input
    const none = strategicWeight === 1
    if (!none && (strategicUntil === null || strategicUntil <= (await getToday(ctx)))) {
      throw invalid('The weight must end on a day to come.', 'strategicUntil')
    }
    const patch = {
      strategicWeight,
      strategicReason: none ? null : strategicReason,
      strategicUntil: none ? null : strategicUntil,
    }
    await saveAccount(ctx, before, input.version, patch, 'account.weight_set')
  })
}
