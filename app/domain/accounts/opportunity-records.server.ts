import { and, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { changedMeanwhile } from '#app/domain/describe-changes.server.ts'
import { notFound } from '#app/domain/errors.ts'
import { diffFields, type FieldChange, type Fields } from '#app/domain/history.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import type { Money } from '#app/domain/money.ts'
import { opportunities } from '#db/schema/accounts.ts'

type Row = typeof opportunities.$inferSelect

/** An opportunity with its amount as money, or null when nobody knows it. */
export type Opportunity = Omit<Row, 'amountMinor' | 'currency'> & { amount: Money | null }

type Patch = Partial<Omit<Opportunity, 'id' | 'accountId' | 'version' | 'createdAt' | 'updatedAt'>>

/** The row with its two columns of money as one. */
export function toOpportunity({ amountMinor, currency, ...row }: Row): Opportunity {
  const amount = amountMinor === null || currency === null ? null : { minor: amountMinor, currency }
  return { ...row, amount }
}

const columns = (amount: Money | null) => ({
  amountMinor: amount?.minor ?? null,
  currency: amount?.currency ?? null,
})

/** The opportunity. Throws not_found. */
export async function fetchOpportunity(ctx: Pick<Context, 'db'>, id: number): Promise<Opportunity> {
  const [row] = await ctx.db.select().from(opportunities).where(eq(opportunities.id, id))
  if (!row) throw notFound('This opportunity')
  return toOpportunity(row)
}

/** What history keeps of an opportunity, a field each. */
export function opportunityFacts(opportunity: Opportunity): Fields {
  const { accountId, name, kind, amount, stage, probability, closesOn } = opportunity
  const { state, productLineId, contractId } = opportunity
  return {
    ...{ accountId, name, kind, amount, stage, probability, closesOn },
    ...{ state, productLineId, contractId },
  }
}

/** Stores a new opportunity with its history. */
export async function insertOpportunity(
  ctx: Context,
  accountId: number,
  { amount, ...fields }: Patch & Pick<Opportunity, 'name' | 'kind' | 'amount'>,
): Promise<Opportunity> {
  const [row] = await ctx.db
    .insert(opportunities)
    .values({ ...fields, ...columns(amount), accountId, createdAt: ctx.now, updatedAt: ctx.now })
    .returning()
  if (!row) throw new Error('The opportunity was not stored')
  const opportunity = toOpportunity(row)
  await recordChanges(
    ctx,
    { type: 'opportunity', id: row.id, version: row.version },
    null,
    opportunityFacts(opportunity),
  )
  return opportunity
}

/**
 * Writes a patch if the opportunity is still at the version that was seen, with its history.
 * Throws conflict, with what the other person changed.
 *
 * @returns what changed; empty when nothing would, and then nothing is written
 */
export async function saveOpportunity(
  ctx: Context,
  before: Opportunity,
  seenVersion: number,
  patch: Patch,
): Promise<FieldChange[]> {
  const after = { ...before, ...patch }
  const planned = diffFields(opportunityFacts(before), opportunityFacts(after))
  if (planned.length === 0 && before.version === seenVersion) return []
  const { amount, ...fields } = patch
  const [row] = await ctx.db
    .update(opportunities)
    .set({
      ...fields,
      ...(amount !== undefined && columns(amount)),
      version: sql`${opportunities.version} + 1`,
      updatedAt: ctx.now,
    })
    .where(and(eq(opportunities.id, before.id), eq(opportunities.version, seenVersion)))
    .returning({ version: opportunities.version })
  if (!row) throw await changedMeanwhile(ctx, { type: 'opportunity', id: before.id }, seenVersion)
  return recordChanges(
    ctx,
    { type: 'opportunity', id: before.id, version: row.version },
    opportunityFacts(before),
    opportunityFacts(after),
  )
}
