import { asc, inArray } from 'drizzle-orm'

import { fetchContracts, type Contract } from '#app/domain/accounts/contract-records.server.ts'
import { toOpportunity } from '#app/domain/accounts/opportunity-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { recordManyChanges } from '#app/domain/history.server.ts'
import { updateRows } from '#db/batch.ts'
import { accounts, contracts, opportunities } from '#db/schema/accounts.ts'
import { requestDecisions, requestMessages, requests } from '#db/schema/requests.ts'

import { updateAccounts } from './account-writes.server.ts'
import type { StoredRow } from './apply-rows.server.ts'
import { contractPatch, updateContracts } from './contract-writes.server.ts'
import type { FieldValues } from './diff.ts'
import type { ImportRecord } from './import-record.server.ts'
import { updateOpportunities } from './opportunity-writes.server.ts'
import { splitFields } from './plan-account.ts'
import { updateRequests } from './request-writes.server.ts'
import { findContractUses, findPublished, findUses } from './undo-reasons.server.ts'

const TABLES = { accounts, contracts, opportunities, requests } as const
const CHANGED = 'It was changed since.'

/**
 * Takes rows back: what they made is deleted, what they changed is as before. Rows that something was built on stay.
 *
 * @returns why each row that stays does, by number of the row
 */
export async function undoRows(
  ctx: Context,
  record: ImportRecord,
  rows: readonly StoredRow[],
): Promise<Map<number, string>> {
  const kept = await findKept(ctx, record, rows)
  const taken = rows.filter(({ row }) => !kept.has(row))
  const idsOf = (outcome: StoredRow['outcome']) =>
    taken.flatMap((row) => (row.outcome === outcome ? (row.subjectId ?? []) : []))
  await restoreContracts(ctx, record, taken)
  await restore(
    ctx,
    record,
    taken.filter(({ outcome }) => outcome === 'changed'),
  )
  await remove(ctx, record, idsOf('new'))
  return kept
}

async function findKept(
  ctx: Context,
  { id, kind, appliedAt }: ImportRecord,
  rows: readonly StoredRow[],
): Promise<Map<number, string>> {
  const table = TABLES[kind]
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? [])
  const subjects = await ctx.db
    .select({
      id: table.id,
      version: table.version,
      accountId: 'accountId' in table ? table.accountId : table.id,
    })
    .from(table)
    .where(inArray(table.id, ids))
    .orderBy(asc(table.id))
    .for('update')
  const now = new Map(subjects.map((subject) => [subject.id, subject]))
  const made = rows.flatMap((row) => (row.outcome === 'new' ? (row.subjectId ?? []) : []))
  const besides = rows.flatMap((row) => row.besides ?? [])
  const madeContracts = besides.flatMap(({ contractId, before }) =>
    before === null ? contractId : [],
  )
  const uses = await findUses(ctx, id, kind, made, madeContracts)
  const contractUses = await findContractUses(ctx, madeContracts)
  const versions = await contractVersions(
    ctx,
    besides.map(({ contractId }) => contractId),
  )
  const published = await findPublished(ctx, appliedAt ?? ctx.now)
  const reasonOf = (row: StoredRow): string | undefined => {
    const subject = now.get(row.subjectId ?? 0)
    if (subject?.version !== row.appliedVersion) return CHANGED
    const contract = kind === 'accounts' ? row.besides : null
    if (contract && versions.get(contract.contractId) !== contract.version) {
      return 'Its contract was changed since.'
    }
    if (published.has(subject?.accountId ?? 0)) return 'A publication since then names its account.'
    return uses.get(subject?.id ?? 0) ?? contractUses.get(contract?.contractId ?? 0)
  }
  return new Map(
    rows.flatMap((row) => {
      const reason = reasonOf(row)
      return reason === undefined ? [] : [[row.row, reason] as const]
    }),
  )
}

async function contractVersions({ db }: Context, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, number>()
  const rows = await db
    .select({ id: contracts.id, version: contracts.version })
    .from(contracts)
    .where(inArray(contracts.id, [...ids]))
    .orderBy(asc(contracts.id))
    .for('update')
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** Contracts that the rows wrote besides, unless somebody changed them since. */
async function restoreContracts(
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

async function restore(
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
  }
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

async function remove(
  { db }: Context,
  { kind }: ImportRecord,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  if (kind === 'requests') {
    await db.delete(requestDecisions).where(inArray(requestDecisions.requestId, [...ids]))
    await db.delete(requestMessages).where(inArray(requestMessages.requestId, [...ids]))
  }
  const table = TABLES[kind]
  await db.delete(table).where(inArray(table.id, [...ids]))
}
