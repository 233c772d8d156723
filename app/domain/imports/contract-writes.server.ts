import { inArray } from 'drizzle-orm'
import { z } from 'zod'

import { contractFacts, type Contract } from '#app/domain/accounts/contract-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { nextIds, updateRows } from '#db/batch.ts'
import { CONTRACT_PERIODS } from '#db/constants.ts'
import { contractCovers, contracts } from '#db/schema/accounts.ts'

const day = z.string().nullable()
const id = z.int()

/** Fields of a contract as plans and diffs hold them. */
export const contractPatch = z.object({
  accountId: id.optional(),
  covers: z.array(id).optional(),
  productLineId: id.nullable().optional(),
  amount: z.object({ minor: z.number(), currency: z.string() }).optional(),
  period: z.enum(CONTRACT_PERIODS).optional(),
  startsOn: day.optional(),
  renewsOn: day.optional(),
  evergreen: z.boolean().optional(),
  noticeDays: z.int().optional(),
  autoRenew: z.boolean().optional(),
  endedOn: day.optional(),
  forecast: z.int().nullable().optional(),
})
export type ContractPatch = z.output<typeof contractPatch>

export type NewContract = {
  accountId: number
  source: string
  externalId: string
} & ContractPatch &
  Required<Pick<ContractPatch, 'amount'>>

/** Stores new contracts with their history; the ids in the same order. */
export async function insertContracts(
  ctx: Context,
  importId: number,
  drafts: readonly NewContract[],
): Promise<number[]> {
  if (drafts.length === 0) return []
  const ids = await nextIds(ctx.db, contracts, drafts.length)
  const values = drafts.map(({ amount, covers: _, ...fields }, i) => ({
    ...fields,
    id: ids[i],
    amountMinor: amount.minor,
    currency: amount.currency,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }))
  const rows = await ctx.db.insert(contracts).overridingSystemValue().values(values).returning()
  const coversOf = new Map(ids.map((id, i) => [id, drafts[i]?.covers ?? []]))
  await writeCovers(ctx, coversOf)
  await recordManyChanges(
    ctx,
    rows.map(({ amountMinor: minor, currency, ...row }) => ({
      subject: { type: 'contract', id: row.id, version: row.version, importId },
      before: null,
      after: contractFacts({
        ...row,
        amount: { minor, currency },
        covers: coversOf.get(row.id) ?? [],
      }),
    })),
  )
  return ids
}

/** Writes contracts that are still at the version read, with their history. */
export async function updateContracts(
  ctx: Context,
  importId: number,
  changed: readonly { before: Contract; patch: ContractPatch }[],
): Promise<void> {
  const pairs = changed.map(({ before, patch }) => ({
    before,
    patch,
    after: { ...before, ...defined(patch) },
  }))
  const versions = await updateRows(
    ctx.db,
    contracts,
    [
      ...(['accountId', 'amountMinor', 'currency', 'period', 'startsOn', 'renewsOn'] as const),
      ...(['evergreen', 'noticeDays', 'autoRenew', 'productLineId', 'endedOn'] as const),
      'forecast',
    ],
    pairs.map(({ before, after: { amount, ...after } }) => ({
      ...after,
      version: before.version,
      amountMinor: amount.minor,
      currency: amount.currency,
    })),
    ctx.now,
  )
  const covers = pairs.filter(({ patch }) => patch.covers !== undefined)
  await writeCovers(ctx, new Map(covers.map(({ after }) => [after.id, after.covers])))
  await recordManyChanges(
    ctx,
    pairs.flatMap(({ before, after }) => {
      const version = versions.get(before.id)
      if (version === undefined) return []
      const subject = { type: 'contract' as const, id: before.id, version, importId }
      return [{ subject, before: contractFacts(before), after: contractFacts(after) }]
    }),
  )
}

/** The patch without the keys that say nothing. */
export function defined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

async function writeCovers(ctx: Context, covers: ReadonlyMap<number, readonly number[]>) {
  const ids = [...covers.keys()]
  if (ids.length === 0) return
  await ctx.db.delete(contractCovers).where(inArray(contractCovers.contractId, ids))
  const rows = ids.flatMap((contractId) =>
    (covers.get(contractId) ?? []).map((accountId) => ({ contractId, accountId })),
  )
  if (rows.length > 0) await ctx.db.insert(contractCovers).values(rows)
}
