import { and, asc, eq, inArray } from 'drizzle-orm'

import { fetchContracts } from '#app/domain/accounts/contract-records.server.ts'
import {
  fetchOpportunity,
  opportunityFacts,
  toOpportunity,
  type Opportunity,
} from '#app/domain/accounts/opportunity-records.server.ts'
import { applyRenewalDeal } from '#app/domain/accounts/renewal-deals.server.ts'
import type { Context } from '#app/domain/context.ts'
import { opportunities } from '#db/schema/accounts.ts'

import type { Batch, BatchRow, Besides, ImportScope, Written } from './batch.ts'
import type { FieldValues } from './diff.ts'
import { insertOpportunities, updateOpportunities } from './opportunity-writes.server.ts'
import { changesOf, type Plan } from './plan.ts'
import { planOpportunity } from './plan-opportunity.ts'
import { loadReferences } from './references.server.ts'

type Row = { row: number; externalId: string; plan: Plan; known: Opportunity | null }

/** Rows of opportunities beside the opportunities that are here. */
export async function opportunityBatch(
  ctx: Context,
  { importId, settings }: ImportScope,
  batch: readonly BatchRow[],
  lock: boolean,
): Promise<Batch> {
  const { source, columns } = settings.mapping
  const records = batch.map(({ record }) => record)
  const matched = batch.flatMap(({ matchedId }) => matchedId ?? [])
  const references = await loadReferences(ctx, settings, records, matched)
  const query = ctx.db
    .select()
    .from(opportunities)
    .where(
      and(
        eq(opportunities.source, source),
        inArray(
          opportunities.externalId,
          records.map(({ row }) => row.externalId),
        ),
      ),
    )
    .orderBy(asc(opportunities.id))
  const found = await (lock ? query.for('no key update') : query)
  const known = new Map(found.map((row) => [row.externalId, toOpportunity(row)]))
  const context = { references, columnOf: (field: string) => columns[field] ?? null }
  const rows = new Map<number, Row>()
  for (const { row, record, matchedId } of batch) {
    if (record.kind !== 'opportunities') continue
    const { externalId } = record.row
    const deal = known.get(externalId) ?? null
    const fields = deal && (opportunityFacts(deal) as FieldValues)
    const existing = deal && fields && { id: deal.id, accountId: deal.accountId, fields }
    const plan = planOpportunity(record.row, existing, matchedId, context)
    rows.set(row, { row, externalId, plan, known: deal })
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

async function writeRows(
  ctx: Context,
  { importId, source }: { importId: number; source: string },
  rows: readonly Row[],
): Promise<Written[]> {
  const fresh = rows.filter(({ known }) => known === null)
  const ids = await insertOpportunities(
    ctx,
    importId,
    fresh.map(({ externalId, plan }) => ({ source, externalId, fields: plan.fields })),
  )
  const idOf = new Map(fresh.map(({ row }, i) => [row, ids[i] ?? 0]))
  await updateOpportunities(
    ctx,
    importId,
    rows.flatMap(({ plan, known }) => (known ? [{ before: known, fields: changesOf(plan) }] : [])),
  )
  const written: Written[] = []
  for (const { row, plan, known } of rows) {
    const subjectId = known?.id ?? idOf.get(row) ?? 0
    const isRenewal = (plan.fields.kind ?? known?.kind) === 'renewal' || known?.kind === 'renewal'
    const besides = isRenewal ? await bringToContract(ctx, subjectId) : null
    written.push({ row, subjectId, besides })
  }
  return written
}

/** A renewal deal takes its contract's date and forecast along; tells what they were. */
async function bringToContract(ctx: Context, dealId: number): Promise<Besides | null> {
  const { accountId } = await fetchOpportunity(ctx, dealId)
  const contracts = await fetchContracts(ctx, [accountId])
  const contractId = await applyRenewalDeal(ctx, dealId)
  const contract = contracts.find(({ id }) => id === contractId)
  if (!contract) return null
  const { renewsOn, forecast } = contract
  return { contractId: contract.id, before: { renewsOn, forecast } }
}
