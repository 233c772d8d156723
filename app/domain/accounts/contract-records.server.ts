import { and, asc, eq, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { changedMeanwhile } from '#app/domain/describe-changes.server.ts'
import { notFound } from '#app/domain/errors.ts'
import { diffFields, type FieldChange, type Fields } from '#app/domain/history.ts'
import { recordChanges } from '#app/domain/history.server.ts'
import type { Money } from '#app/domain/money.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { isOneOf } from '#db/batch.ts'
import { contractCovers, contracts } from '#db/schema/accounts.ts'

type Row = typeof contracts.$inferSelect

/** A contract with its amount as money and the further accounts that it covers. */
export type Contract = Omit<Row, 'amountMinor' | 'currency'> & { amount: Money; covers: number[] }

type Patch = Partial<Omit<Contract, 'id' | 'accountId' | 'version' | 'createdAt' | 'updatedAt'>>

/** Contracts of the given holders, oldest first. */
export async function fetchContracts(
  ctx: Pick<Context, 'db'>,
  holders: readonly number[],
): Promise<Contract[]> {
  if (holders.length === 0) return []
  const rows = await ctx.db
    .select()
    .from(contracts)
    .where(isOneOf(contracts.accountId, holders))
    .orderBy(asc(contracts.id))
  return withCovers(ctx, rows)
}

/** The contract. Throws not_found. */
export async function fetchContract(ctx: Pick<Context, 'db'>, id: number): Promise<Contract> {
  const rows = await ctx.db.select().from(contracts).where(eq(contracts.id, id))
  const [contract] = await withCovers(ctx, rows)
  if (!contract) throw notFound('This contract')
  return contract
}

async function withCovers(ctx: Pick<Context, 'db'>, rows: readonly Row[]): Promise<Contract[]> {
  const ids = rows.map(({ id }) => id)
  const covers = ids.length
    ? await ctx.db
        .select()
        .from(contractCovers)
        .where(isOneOf(contractCovers.contractId, ids))
        .orderBy(asc(contractCovers.accountId))
    : []
  const byContract = groupBy(covers, (cover) => cover.contractId)
  return rows.map(({ amountMinor, currency, ...row }) => ({
    ...row,
    amount: { minor: amountMinor, currency },
    covers: (byContract.get(row.id) ?? []).map((cover) => cover.accountId),
  }))
}

/** What history keeps of a contract, a field each. */
export function contractFacts(contract: Contract): Fields {
  const { accountId, name, amount, period, startsOn, renewsOn, evergreen, noticeDays } = contract
  const { autoRenew, productLineId, endedOn, forecast, covers } = contract
  return {
    ...{ accountId, name, amount, period, startsOn, renewsOn, evergreen, noticeDays },
    ...{ autoRenew, productLineId, endedOn, forecast, covers },
  }
}

/** Stores a new contract with its history. */
export async function insertContract(
  ctx: Context,
  accountId: number,
  { amount, covers, ...fields }: Patch & Pick<Contract, 'amount' | 'covers'>,
): Promise<Contract> {
  const [row] = await ctx.db
    .insert(contracts)
    .values({
      ...fields,
      accountId,
      amountMinor: amount.minor,
      currency: amount.currency,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning()
  if (!row) throw new Error('The contract was not stored')
  await writeCovers(ctx, row.id, covers)
  const contract = { ...row, amount, covers }
  await recordChanges(
    ctx,
    { type: 'contract', id: row.id, version: row.version },
    null,
    contractFacts(contract),
  )
  return contract
}

/**
 * Writes a patch if the contract is still at the version that was seen, with its history.
 * Throws conflict, with what the other person changed.
 *
 * @returns what changed; empty when nothing would, and then nothing is written
 */
export async function saveContract(
  ctx: Context,
  before: Contract,
  seenVersion: number,
  patch: Patch,
): Promise<FieldChange[]> {
  const after = { ...before, ...patch }
  const planned = diffFields(contractFacts(before), contractFacts(after))
  if (planned.length === 0 && before.version === seenVersion) return []
  const { amount, covers, ...fields } = patch
  const [row] = await ctx.db
    .update(contracts)
    .set({
      ...fields,
      ...(amount && { amountMinor: amount.minor, currency: amount.currency }),
      version: sql`${contracts.version} + 1`,
      updatedAt: ctx.now,
    })
    .where(and(eq(contracts.id, before.id), eq(contracts.version, seenVersion)))
    .returning({ version: contracts.version })
  if (!row) throw await changedMeanwhile(ctx, { type: 'contract', id: before.id }, seenVersion)
  if (covers) await writeCovers(ctx, before.id, covers)
  return recordChanges(
    ctx,
    { type: 'contract', id: before.id, version: row.version },
    contractFacts(before),
    contractFacts(after),
  )
}

async function writeCovers(ctx: Context, contractId: number, covers: readonly number[]) {
  await ctx.db.delete(contractCovers).where(eq(contractCovers.contractId, contractId))
  if (covers.length > 0) {
    await ctx.db
      .insert(contractCovers)
      .values(covers.map((accountId) => ({ contractId, accountId })))
  }
}
