import { and, gte, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

import type { Context } from '#app/domain/context.ts'
import type { ImportKind } from '#db/constants.ts'
import { accounts, contractCovers, contracts, opportunities } from '#db/schema/accounts.ts'
import { importRows } from '#db/schema/imports.ts'
import { outcomes } from '#db/schema/outcomes.ts'
import { publications } from '#db/schema/publications.ts'
import {
  requestContracts,
  requestDecisions,
  requestOpportunities,
  requests,
} from '#db/schema/requests.ts'

type Reader = Pick<Context, 'db'>

/** Why records that an import made must stay: what refers to them, by number of the record. */
export async function findUses(
  ctx: Reader,
  importId: number,
  kind: ImportKind,
  ids: readonly number[],
  madeContracts: readonly number[],
): Promise<Map<number, string>> {
  const uses = new Map<number, string>()
  if (ids.length === 0) return uses
  const find = async (reason: string, rows: PromiseLike<{ id: number | null }[]>) => {
    for (const { id } of await rows) if (id !== null) uses.set(id, reason)
  }
  const of = (column: PgColumn) => inArray(column, [...ids])
  const { db } = ctx
  if (kind === 'accounts') {
    const other = notInArray(contracts.id, [...madeContracts])
    const matched = and(of(importRows.matchedAccountId), ne(importRows.importId, importId))
    await find(
      'An import matched rows to it.',
      db.select({ id: importRows.matchedAccountId }).from(importRows).where(matched),
    )
    await find(
      'An account has it as its parent.',
      db.select({ id: accounts.parentId }).from(accounts).where(of(accounts.parentId)),
    )
    await find(
      'A contract covers it.',
      db
        .select({ id: contractCovers.accountId })
        .from(contractCovers)
        .where(of(contractCovers.accountId)),
    )
    await find(
      'It has opportunities.',
      db
        .select({ id: opportunities.accountId })
        .from(opportunities)
        .where(of(opportunities.accountId)),
    )
    await find(
      'It has contracts.',
      db
        .select({ id: contracts.accountId })
        .from(contracts)
        .where(and(of(contracts.accountId), other)),
    )
    await find(
      'It has requests.',
      db.select({ id: requests.accountId }).from(requests).where(of(requests.accountId)),
    )
  }
  if (kind === 'opportunities') {
    await find(
      'A request names it.',
      db
        .select({ id: requestOpportunities.opportunityId })
        .from(requestOpportunities)
        .where(of(requestOpportunities.opportunityId)),
    )
  }
  if (kind === 'requests') {
    await find(
      'A request was split from it.',
      db.select({ id: requests.splitFromId }).from(requests).where(of(requests.splitFromId)),
    )
    await find(
      'A request repeats it.',
      db.select({ id: requests.duplicateOfId }).from(requests).where(of(requests.duplicateOfId)),
    )
    const otherDecision = and(
      of(requestDecisions.otherRequestId),
      isNull(requestDecisions.undoneAt),
    )
    await find(
      'A decision names it.',
      db
        .select({ id: requestDecisions.otherRequestId })
        .from(requestDecisions)
        .where(otherDecision),
    )
    await find(
      'It asks for an item.',
      db
        .select({ id: requests.id })
        .from(requests)
        .where(and(of(requests.id), isNotNull(requests.itemId))),
    )
  }
  for (const [id, reason] of await findContractUses(ctx, kind === 'contracts' ? ids : []))
    uses.set(id, reason)
  return uses
}

/** What hangs on contracts: requests that name them, renewal deals that were matched to them, outcomes. */
export async function findContractUses(
  { db }: Reader,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const deals = await db
    .select({ id: opportunities.contractId })
    .from(opportunities)
    .where(inArray(opportunities.contractId, [...ids]))
  const named = await db
    .select({ id: requestContracts.contractId })
    .from(requestContracts)
    .where(inArray(requestContracts.contractId, [...ids]))
  const decided = await db
    .select({ id: outcomes.contractId })
    .from(outcomes)
    .where(inArray(outcomes.contractId, [...ids]))
  return new Map([
    ...deals.map(({ id }) => [id ?? 0, 'A renewal deal is matched to its contract.'] as const),
    ...named.map(({ id }) => [id, 'A request names its contract.'] as const),
    ...decided.map(({ id }) => [id ?? 0, 'An outcome of its contract is recorded.'] as const),
  ])
}

/** Accounts that publications since a moment name. */
export async function findPublished({ db }: Reader, since: Date): Promise<Set<number>> {
  const named = sql`jsonb_path_query(${publications.content}, '$.**.accountId')`
  const rows = await db
    .selectDistinct({ id: sql<number>`(${named})::int` })
    .from(publications)
    .where(gte(publications.publishedAt, since))
  return new Set(rows.map(({ id }) => id))
}
