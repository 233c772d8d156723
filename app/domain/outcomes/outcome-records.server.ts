import { and, eq, isNull } from 'drizzle-orm'

import type { Contract } from '#app/domain/accounts/contract-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { conflict, notFound } from '#app/domain/errors.ts'
import { outcomes } from '#db/schema/outcomes.ts'

export type OutcomeRow = typeof outcomes.$inferSelect
export type Changed = OutcomeRow['changed']

/** The outcome. Throws not_found. */
export async function fetchOutcome({ db }: Context, id: number): Promise<OutcomeRow> {
  const [row] = await db.select().from(outcomes).where(eq(outcomes.id, id))
  if (!row) throw notFound('This outcome')
  return row
}

/** Stores how it was decided. Throws conflict when somebody said so before. */
export async function insertOutcome(
  ctx: Context,
  values: Omit<typeof outcomes.$inferInsert, 'id' | 'recordedAt' | 'recordedBy'>,
): Promise<number> {
  const { contractId, dueOn } = values
  const same = dueOn ? eq(outcomes.dueOn, dueOn) : isNull(outcomes.dueOn)
  const [known] = contractId
    ? await ctx.db
        .select({ id: outcomes.id })
        .from(outcomes)
        .where(and(eq(outcomes.contractId, contractId), same))
    : []
  if (known) throw conflict('Somebody recorded the outcome of this renewal already.')
  const [row] = await ctx.db
    .insert(outcomes)
    .values({ ...values, recordedBy: ctx.actor.id, recordedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: outcomes.id })
  if (!row) throw conflict('Somebody recorded the outcome of this renewal already.')
  return row.id
}

/** The fields of a contract that a patch changes, before and after. */
export function changesOf<P extends Partial<Contract>>(before: Contract, patch: P): Changed {
  const entries = Object.entries(patch).map(([field, after]): [string, Changed[string]] => [
    field,
    { before: before[field as keyof Contract], after },
  ])
  const differs = ({ before, after }: Changed[string]) =>
    JSON.stringify(before) !== JSON.stringify(after)
  return Object.fromEntries(entries.filter(([, change]) => differs(change)))
}
