import { and, asc, eq, isNotNull } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { fetchContract } from '#app/domain/accounts/contract-records.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { recordOutcome } from '#app/domain/outcomes/record-outcome.server.ts'
import type { Money } from '#app/domain/money.ts'
import type { IsoDate } from '#app/lib/dates.ts'
import { randomOf } from '#app/lib/random.ts'
import type { ContractOutcome, LossReason } from '#db/constants.ts'
import { requests } from '#db/schema/requests.ts'

/** Says how a contract's renewal was decided, today. @param next null when it churned */
export async function decideRenewal(
  ctx: Context,
  contractId: number,
  next: { amount: Money; renewsOn: IsoDate } | null,
): Promise<void> {
  const { accountId, name, amount, version } = await fetchContract(ctx, contractId)
  const after = next?.amount ?? { ...amount, minor: 0 }
  const outcome = outcomeOf(amount, after)
  const loss = outcome === 'contracted' || outcome === 'churned'
  await recordOutcome(ctx, {
    ...{ contractId, version, outcome, amountAfter: after },
    decidedOn: await getToday(ctx),
    nextRenewalOn: next?.renewsOn ?? null,
    ...(loss ? await whyLost(ctx, accountId, name) : { reason: null, itemId: null }),
    note: '',
    confirmLarge: false,
  })
}

function outcomeOf(before: Money, after: Money): ContractOutcome {
  if (after.minor === 0) return 'churned'
  if (after.minor === before.minor) return 'renewed'
  return after.minor > before.minor ? 'expanded' : 'contracted'
}

/** A gap in the product is the reason only of who asked for something. */
async function whyLost(
  { db }: Context,
  accountId: number,
  contract: string,
): Promise<{ reason: LossReason; itemId: number | null }> {
  const [asked] = await db
    .select({ itemId: requests.itemId })
    .from(requests)
    .where(and(eq(requests.accountId, accountId), isNotNull(requests.itemId)))
    .orderBy(asc(requests.id))
    .limit(1)
  if (asked) return { reason: 'product_gap', itemId: asked.itemId }
  const reason = randomOf(`lost ${accountId} ${contract}`).weigh([
    ['price', 4],
    ['competitor', 3],
    ['sponsor_left', 2],
    ['business_closed', 1],
  ] as const)
  return { reason, itemId: null }
}
