import { inArray } from 'drizzle-orm'

import { fetchContracts, type Contract } from '#app/domain/accounts/contract-records.server.ts'
import { toOpportunity } from '#app/domain/accounts/opportunity-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { updateRows } from '#db/batch.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'

import { updateAccounts } from './account-writes.server.ts'
import type { StoredRow } from './apply-rows.server.ts'
import { contractPatch, updateContracts } from './contract-writes.server.ts'
import type { FieldValues } from './diff.ts'
import type { ImportRecord } from './import-record.server.ts'
import { updateOpportunities } from './opportunity-writes.server.ts'
import { splitFields } from './plan-account.ts'
import { updateRequests } from './request-writes.server.ts'

/** Gives records that rows changed their fields back. */
export async function restore(
  ctx: Context,
  { id: importId, kind }: ImportRecord,
  rows: readonly StoredRow[],
): Promise<void> {
  const { db } = ctx
  const fields = new Map(rows.map((row) => [row.subjectId ?? 0, fieldsBefore(row)]))
  const ids = [...fields.keys()]
  if (ids.length === 0) return
  const paired = <R extends { id: number }>(records: readonly R[]) =>
    records.map((before) => ({ before, fields: fields.get(before.id) ?? {} }))
  switch (kind) {
    case 'accounts': {
      await restoreParents(ctx, importId, fields)
      const found = await db.select().from(accounts).where(inArray(accounts.id, ids))
      const own = paired(found).map(({ before, fields }) => ({
        before,
        fields: splitFields(fields).account,
      }))
      return updateAccounts(ctx, importId, own)
    }
    case 'contracts': {
      const found = await contractsById(ctx, ids)
      const pairs = paired(ids.flatMap((id) => found.get(id) ?? []))
      return updateContracts(
        ctx,
        importId,
        pairs.map(({ before, fields }) => ({ before, patch: contractPatch.parse(fields) })),
      )
    }
    case 'opportunities': {
      const found = await db.select().from(opportunities).where(inArray(opportunities.id, ids))
      return updateOpportunities(ctx, importId, paired(found.map(toOpportunity)))
    }
    case 'requests': {
      const found = await db.select().from(requests).where(inArray(requests.id, ids))
      return updateRequests(ctx, importId, paired(found))
    }
    case 'outcomes':
      throw new Error('A row of outcomes changes no outcome')
  }
}

/** Contracts that the rows wrote besides, unless somebody changed them since. */
export async function restoreContracts(
  ctx: Context,
  record: ImportRecord,
  rows: readonly StoredRow[],
): Promise<void> {
  const besides = rows.flatMap((row) => row.besides ?? [])
  const made = besides.flatMap(({ contractId, before }) => (before === null ? contractId : []))
  if (made.length > 0) await ctx.db.delete(contracts).where(inArray(contracts.id, made))
  const changed = besides.filter(({ before }) => before !== null)
  const current = await contractsById(
    ctx,
    changed.map(({ contractId }) => contractId),
  )
  await updateContracts(
    ctx,
    record.id,
    changed.flatMap(({ contractId, version, before }) => {
      const contract = current.get(contractId)
      const isSame = contract !== undefined && contract.version === version
      return isSame ? [{ before: contract, patch: contractPatch.parse(before) }] : []
    }),
  )
}

async function contractsById(ctx: Context, ids: readonly number[]): Promise<Map<number, Contract>> {
  if (ids.length === 0) return new Map()
  const held = await ctx.db
    .select({ holder: contracts.accountId })
    .from(contracts)
    .where(inArray(contracts.id, [...ids]))
  const all = await fetchContracts(
    ctx,
    held.map(({ holder }) => holder),
  )
  return new Map(all.map((contract) => [contract.id, contract]))
}

/** What the changed fields were before. */
function fieldsBefore({ diff }: StoredRow): FieldValues {
  return Object.fromEntries(
    Object.entries(diff ?? {}).map(([field, { before }]) => [field, before]),
  ) as FieldValues
}

async function restoreParents(
  ctx: Context,
  importId: number,
  fields: ReadonlyMap<number, FieldValues>,
): Promise<void> {
  const ids = [...fields].flatMap(([id, { parentId }]) => (parentId === undefined ? [] : id))
  if (ids.length === 0) return
  const rows = await ctx.db
    .select({ id: accounts.id, version: accounts.version, now: accounts.parentId })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  const back = rows.map((row) => ({ ...row, parentId: fields.get(row.id)?.parentId ?? null }))
  const versions = await updateRows(ctx.db, accounts, ['parentId'], back, ctx.now)
  await recordManyChanges(
    ctx,
    back.map(({ id, version, now, parentId }) => ({
      subject: { type: 'account', id, version: versions.get(id) ?? version, importId },
      before: { parentId: now },
      after: { parentId },
    })),
  )
}
