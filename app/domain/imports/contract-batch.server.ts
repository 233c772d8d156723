import { and, asc, eq, inArray } from 'drizzle-orm'

import {
  contractFacts,
  fetchContracts,
  type Contract,
} from '#app/domain/accounts/contract-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { contracts } from '#db/schema/accounts.ts'

import type { Batch, BatchRow, ImportScope, Written } from './batch.ts'
import { contractPatch, insertContracts, updateContracts } from './contract-writes.server.ts'
import type { FieldValues } from './diff.ts'
import { changesOf, type Plan } from './plan.ts'
import { planContract } from './plan-contract.ts'
import { loadReferences } from './references.server.ts'
import { matchDealsOf } from './renewals.server.ts'

type Row = { row: number; externalId: string; plan: Plan; known: Contract | null }

/** Rows of contracts beside the contracts that are here. */
export async function contractBatch(
  ctx: Context,
  { importId, settings }: ImportScope,
  batch: readonly BatchRow[],
  lock: boolean,
): Promise<Batch> {
  const { source, columns } = settings.mapping
  const records = batch.map(({ record }) => record)
  const matched = batch.flatMap(({ matchedId }) => matchedId ?? [])
  const references = await loadReferences(ctx, settings, records, matched)
  const known = await findKnown(
    ctx,
    source,
    records.map(({ row }) => row.externalId),
    lock,
  )
  const context = { references, columnOf: (field: string) => columns[field] ?? null }
  const rows = new Map<number, Row>()
  for (const { row, record, matchedId } of batch) {
    if (record.kind !== 'contracts') continue
    const { externalId } = record.row
    const contract = known.get(externalId) ?? null
    const existing = contract && {
      id: contract.id,
      accountId: contract.accountId,
      fields: contractFacts(contract) as FieldValues,
    }
    const plan = planContract(record.row, existing, matchedId, context)
    rows.set(row, { row, externalId, plan, known: contract })
  }
  return {
    plans: new Map([...rows].map(([row, { plan }]) => [row, plan])),
    write: (numbers) =>
      writeRows(
        ctx,
        { importId, source },
        numbers.flatMap((number) => rows.get(number) ?? []),
      ),
  }
}

async function findKnown(
  ctx: Context,
  source: string,
  externalIds: readonly string[],
  lock: boolean,
): Promise<Map<string, Contract>> {
  const query = ctx.db
    .select({ id: contracts.id, holder: contracts.accountId })
    .from(contracts)
    .where(and(eq(contracts.source, source), inArray(contracts.externalId, [...externalIds])))
    .orderBy(asc(contracts.id))
  const found = await (lock ? query.for('no key update') : query)
  const ids = new Set(found.map(({ id }) => id))
  const all = await fetchContracts(
    ctx,
    found.map(({ holder }) => holder),
  )
  return new Map(
    all.flatMap((contract) =>
      ids.has(contract.id) && contract.externalId !== null ? [[contract.externalId, contract]] : [],
    ),
  )
}

async function writeRows(
  ctx: Context,
  { importId, source }: { importId: number; source: string },
  rows: readonly Row[],
): Promise<Written[]> {
  const drafts = rows.flatMap(({ row, externalId, plan, known }) => {
    const { amount, accountId, ...fields } = contractPatch.parse(plan.fields)
    if (known || !amount || accountId === undefined) return []
    return [{ row, draft: { ...fields, amount, accountId, source, externalId } }]
  })
  const ids = await insertContracts(
    ctx,
    importId,
    drafts.map(({ draft }) => draft),
  )
  const idOf = new Map(drafts.map(({ row }, i) => [row, ids[i] ?? 0]))
  await updateContracts(
    ctx,
    importId,
    rows.flatMap(({ plan, known }) =>
      known ? [{ before: known, patch: contractPatch.parse(changesOf(plan)) }] : [],
    ),
  )
  await matchDealsOf(
    ctx,
    rows.flatMap(({ plan, known }) => Number(plan.fields.accountId ?? known?.accountId)),
  )
  return rows.map(({ row, known }) => ({
    row,
    subjectId: known?.id ?? idOf.get(row) ?? 0,
    besides: null,
  }))
}
