import { and, desc, eq, isNotNull } from 'drizzle-orm'

import { may } from '#app/auth/permissions.ts'
import { authorize, type Context } from '#app/domain/context.ts'
import type { Money } from '#app/domain/money.ts'
import { contracts } from '#db/schema/accounts.ts'
import { items } from '#db/schema/items.ts'
import { outcomes } from '#db/schema/outcomes.ts'
import { people } from '#db/schema/people.ts'

import type { OutcomeOnPage } from './outcome-page.ts'

/** How the account's contracts were decided, the latest first. */
export async function listOutcomes(ctx: Context, accountId: number): Promise<OutcomeOnPage[]> {
  authorize(ctx, 'read')
  const rows = await ctx.db
    .select({
      outcome: outcomes,
      contract: contracts.name,
      itemTitle: items.title,
      who: people.name,
    })
    .from(outcomes)
    .innerJoin(contracts, eq(contracts.id, outcomes.contractId))
    .leftJoin(items, eq(items.id, outcomes.itemId))
    .leftJoin(people, eq(people.id, outcomes.recordedBy))
    .where(and(eq(outcomes.accountId, accountId), isNotNull(outcomes.contractId)))
    .orderBy(desc(outcomes.decidedOn), desc(outcomes.id))
    .limit(50)
  const revenue = may(ctx.actor, 'revenue.read')
  return rows.map(({ outcome: row, contract, itemTitle, who }) => {
    const money = (minor: number | null): Money | null =>
      revenue && minor !== null && row.currency !== null ? { minor, currency: row.currency } : null
    return {
      id: row.id,
      contract,
      outcome: row.outcome,
      decidedOn: row.decidedOn,
      dueOn: row.dueOn,
      before: money(row.amountBeforeMinor),
      after: money(row.amountAfterMinor),
      reason: row.reason,
      item: row.itemId === null || itemTitle === null ? null : { id: row.itemId, title: itemTitle },
      note: row.note,
      who,
      recordedAt: row.recordedAt,
    }
  })
}
