import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { accounts, contractCovers, contracts, opportunities } from '#db/schema/accounts.ts'
import { requests } from '#db/schema/requests.ts'

import type { Batch, BatchRow, ImportScope, Written } from './batch.ts'
import type { FieldValues } from './diff.ts'
import { changesOf, type Plan } from './plan.ts'
import { planRequest, type StakeRecords } from './plan-request.ts'
import type { RequestRow } from './records.ts'
import { loadReferences } from './references.server.ts'
import { insertRequests } from './request-inserts.server.ts'
import { requestFacts, updateRequests, type StoredRequest } from './request-writes.server.ts'

type Row = { row: number; values: RequestRow; plan: Plan; known: StoredRequest | null }

/** Rows of requests beside the requests that are here. */
export async function requestBatch(
  ctx: Context,
  { importId, settings }: ImportScope,
  batch: readonly BatchRow[],
  lock: boolean,
): Promise<Batch> {
  const { source, columns } = settings.mapping
  const records = batch.map(({ record }) => record)
  const values = records.flatMap((record) => (record.kind === 'requests' ? [record.row] : []))
  const matched = batch.flatMap(({ matchedId }) => matchedId ?? [])
  const query = ctx.db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.externalSource, source),
        inArray(
          requests.externalId,
          values.map((row) => row.externalId),
        ),
      ),
    )
    .orderBy(asc(requests.id))
  const found = await (lock ? query.for('no key update') : query)
  const known = new Map(found.map((row) => [row.externalId, row]))
  const context = {
    references: await loadReferences(ctx, settings, records, matched),
    columnOf: (field: string) => columns[field] ?? null,
    contracts: await namedContracts(ctx, source, values),
    opportunities: await namedOpportunities(ctx, source, values),
    actorId: ctx.actor.id,
  }
  const rows = new Map<number, Row>()
  for (const { row, record, matchedId } of batch) {
    if (record.kind !== 'requests') continue
    const request = known.get(record.row.externalId) ?? null
    const existing = request && {
      id: request.id,
      accountId: request.accountId,
      fields: requestFacts(request) as FieldValues,
    }
    const plan = planRequest(record.row, existing, matchedId, context)
    rows.set(row, { row, values: record.row, plan, known: request })
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

async function namedContracts(
  { db }: Context,
  source: string,
  rows: readonly RequestRow[],
): Promise<StakeRecords> {
  const ids = rows.flatMap((row) => row.contractExternalIds ?? [])
  if (ids.length === 0) return new Map()
  const found = await db
    .select({
      key: contracts.externalId,
      id: contracts.id,
      holder: contracts.accountId,
      covered: contractCovers.accountId,
    })
    .from(contracts)
    .leftJoin(contractCovers, eq(contractCovers.contractId, contracts.id))
    .where(and(eq(contracts.source, source), inArray(contracts.externalId, [...new Set(ids)])))
  return new Map(
    [...groupBy(found, ({ key }) => key ?? '')].map(([key, group]) => [
      key,
      {
        id: group[0]?.id ?? 0,
        accountIds: group.flatMap(({ holder, covered }) =>
          covered === null ? [holder] : [holder, covered],
        ),
      },
    ]),
  )
}

async function namedOpportunities(
  { db }: Context,
  source: string,
  rows: readonly RequestRow[],
): Promise<StakeRecords> {
  const ids = rows.flatMap((row) => row.opportunityExternalIds ?? [])
  if (ids.length === 0) return new Map()
  const found = await db
    .select({
      key: opportunities.externalId,
      id: opportunities.id,
      accountId: opportunities.accountId,
    })
    .from(opportunities)
    .where(
      and(eq(opportunities.source, source), inArray(opportunities.externalId, [...new Set(ids)])),
    )
  return new Map(
    found.map(({ key, id, accountId }) => [key ?? '', { id, accountIds: [accountId] }]),
  )
}

/** Of prospects with exactly one open opportunity, that one (docs/model.md). */
async function findUsualDeals({ db }: Context, accountIds: readonly number[]) {
  if (accountIds.length === 0) return new Map<number, number>()
  const rows = await db
    .select({ accountId: accounts.id, dealId: sql<number>`min(${opportunities.id})` })
    .from(accounts)
    .innerJoin(opportunities, eq(opportunities.accountId, accounts.id))
    .where(
      and(
        inArray(accounts.id, [...new Set(accountIds)]),
        eq(accounts.lifecycle, 'prospect'),
        eq(opportunities.state, 'open'),
        ne(opportunities.kind, 'renewal'),
      ),
    )
    .groupBy(accounts.id)
    .having(sql`count(*) = 1`)
  return new Map(rows.map(({ accountId, dealId }) => [accountId, dealId]))
}

async function writeRows(
  ctx: Context,
  { importId, source }: { importId: number; source: string },
  rows: readonly Row[],
): Promise<Written[]> {
  const fresh = rows.filter(({ known }) => known === null)
  const usualDeals = await findUsualDeals(
    ctx,
    fresh.map(({ plan }) => Number(plan.fields.accountId)),
  )
  const ids = await insertRequests(
    ctx,
    importId,
    fresh.map(({ values, plan }) => ({ source, row: values, fields: plan.fields })),
    usualDeals,
  )
  const idOf = new Map(fresh.map(({ row }, i) => [row, ids[i] ?? 0]))
  await updateRequests(
    ctx,
    importId,
    rows.flatMap(({ plan, known }) => (known ? [{ before: known, fields: changesOf(plan) }] : [])),
  )
  return rows.map(({ row, known }) => ({
    row,
    subjectId: known?.id ?? idOf.get(row) ?? 0,
    besides: null,
  }))
}
