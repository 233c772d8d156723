import { asc, inArray } from 'drizzle-orm'

import {
  fetchContract,
  fetchContracts,
  type Contract,
} from '#app/domain/accounts/contract-records.server.ts'
import type { Context } from '#app/domain/context.ts'
import { followMerges } from '#app/domain/items/follow-merges.server.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { writeOutcome } from '#app/domain/outcomes/write-outcome.server.ts'
import { deferScores } from '#app/domain/scoring/refresh.server.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { contracts } from '#db/schema/accounts.ts'
import { outcomes } from '#db/schema/outcomes.ts'

import type { Batch, BatchRow, ImportScope, Written } from './batch.ts'
import { wrong, type Plan, type PlanContext } from './plan.ts'
import { planOutcome, type RenewalRecords } from './plan-outcome.ts'
import type { OutcomeRow } from './records.ts'
import { findAccount } from './references.ts'
import { loadReferences } from './references.server.ts'

type Row = { row: number; record: OutcomeRow; matchedId: number | null }
type Decided = { contractId: number; record: OutcomeRow }

/** Rows about renewals beside the contracts and the outcomes that are here. */
export async function outcomeBatch(
  ctx: Context,
  { importId, settings }: ImportScope,
  batch: readonly BatchRow[],
  lock: boolean,
): Promise<Batch> {
  const { source, columns } = settings.mapping
  const rows = batch.flatMap(({ row, record, matchedId }): Row[] =>
    record.kind === 'outcomes' ? [{ row, record: record.row, matchedId }] : [],
  )
  const records = batch.map(({ record }) => record)
  const matched = rows.flatMap(({ matchedId }) => matchedId ?? [])
  const references = await loadReferences(ctx, settings, records, matched)
  const context = { references, columnOf: (field: string) => columns[field] ?? null }
  const renewals = await loadRenewals(ctx, source, rows, context, lock)
  const plans = new Map<number, Plan>()
  const decided = new Map<number, Decided>()
  const taken = new Set<number>()
  for (const { row, record, matchedId } of rows) {
    const { plan, contract } = planOutcome(record, renewals, matchedId, context)
    const isSecond = plan.outcome === 'new' && contract !== null && taken.has(contract.id)
    plans.set(row, isSecond ? wrong([{ column: null, message: SECOND }]) : plan)
    if (plan.outcome !== 'new' || contract === null || isSecond) continue
    taken.add(contract.id)
    decided.set(row, { contractId: contract.id, record })
  }
  return {
    plans,
    write: (numbers) =>
      deferScores(ctx, async (ctx) => {
        const written: Written[] = []
        for (const row of numbers) {
          const found = decided.get(row)
          if (!found) continue
          await write(ctx, importId, found)
          written.push({ row, subjectId: found.contractId, besides: null })
        }
        return written
      }),
  }
}

/** What the contract becomes by one decision is what the next one is about. */
const SECOND = 'A row above decides about the same contract. Import this one afterwards.'

/** Read again, because a renewal deal of the account may have moved it since the rows above were written. */
async function write(
  ctx: Context,
  importId: number,
  { contractId, record }: Decided,
): Promise<void> {
  const contract = await fetchContract(ctx, contractId)
  const { outcome, decidedOn, amount, reason, itemId, note } = record
  const nothing = { ...contract.amount, minor: 0 }
  await writeOutcome(ctx, contract, {
    ...{ outcome, decidedOn, version: contract.version, nextRenewalOn: null },
    amountAfter: outcome === 'churned' ? nothing : (amount ?? contract.amount),
    reason: reason ?? null,
    itemId: itemId ?? null,
    note: note ?? '',
    source: 'import',
    importId,
  })
}

async function loadRenewals(
  ctx: Context,
  source: string,
  rows: readonly Row[],
  context: PlanContext,
  lock: boolean,
): Promise<RenewalRecords> {
  const ids = new Set(rows.flatMap(({ record }) => record.contractExternalId ?? []))
  const named = await ctx.db
    .select({ holder: contracts.accountId })
    .from(contracts)
    .where(inArray(contracts.externalId, [...ids]))
  const holders = new Set([
    ...named.map(({ holder }) => holder),
    ...rows.flatMap(({ record, matchedId }) => {
      const { account } = findAccount(record.account, context.references, matchedId)
      return account ? [account.id] : []
    }),
  ])
  if (lock) await lockContracts(ctx, [...holders])
  const all = await fetchContracts(ctx, [...holders])
  const recorded = await ctx.db
    .select()
    .from(outcomes)
    .where(
      inArray(
        outcomes.contractId,
        all.map(({ id }) => id),
      ),
    )
    .orderBy(asc(outcomes.id))
  const items = new Map<number, number | null>()
  for (const id of new Set(rows.flatMap(({ record }) => record.itemId ?? []))) {
    items.set(id, await followMerges(ctx, id))
  }
  return {
    today: await getToday(ctx),
    byExternalId: byExternalId(all, source),
    byAccount: groupBy(all, ({ accountId }) => accountId),
    decided: groupBy(recorded, ({ contractId }) => contractId ?? 0),
    items,
  }
}

function byExternalId(all: readonly Contract[], source: string): Map<string, Contract> {
  const found = new Map<string, Contract>()
  for (const [key, candidates] of groupBy(all, ({ externalId }) => externalId ?? '')) {
    const own = candidates.find((contract) => contract.source === source)
    const contract = own ?? (candidates.length === 1 ? candidates[0] : undefined)
    if (key !== '' && contract) found.set(key, contract)
  }
  return found
}

async function lockContracts({ db }: Context, holders: readonly number[]): Promise<void> {
  await db
    .select({ id: contracts.id })
    .from(contracts)
    .where(inArray(contracts.accountId, [...holders]))
    .orderBy(asc(contracts.id))
    .for('no key update')
}
