import { and, asc, eq, inArray } from 'drizzle-orm'

import {
  accountFacts,
  type AccountRow as Account,
} from '#app/domain/accounts/account-records.server.ts'
import {
  contractFacts,
  fetchContracts,
  type Contract,
} from '#app/domain/accounts/contract-records.server.ts'
import { isOpenOn } from '#app/domain/accounts/contract-rules.ts'
import { listAttributeDefinitions } from '#app/domain/accounts/edit-attributes.server.ts'
import type { Context } from '#app/domain/context.ts'
import { getToday } from '#app/domain/organisation/get-organisation.server.ts'
import { accountExternalIds, accounts, contracts } from '#db/schema/accounts.ts'

import { insertAccounts, updateAccounts } from './account-writes.server.ts'
import type { Batch, BatchRow, Besides, ImportScope, Written } from './batch.ts'
import {
  contractPatch,
  insertContracts,
  updateContracts,
  type NewContract,
} from './contract-writes.server.ts'
import type { FieldValues } from './diff.ts'
import { planAccount, splitFields, type ExistingAccount } from './plan-account.ts'
import { changesOf, type Plan } from './plan.ts'
import type { AccountRow } from './records.ts'
import { loadReferences } from './references.server.ts'
import { matchDealsOf } from './renewals.server.ts'

type Known = { account: Account; main: Contract | null; others: number }
type Row = { row: number; values: AccountRow; plan: Plan; known: Known | null }

/** Rows of accounts beside the accounts that are here. */
export async function accountBatch(
  ctx: Context,
  { importId, settings }: ImportScope,
  batch: readonly BatchRow[],
  lock: boolean,
): Promise<Batch> {
  const { source } = settings.mapping
  const records = batch.map(({ record }) => record)
  const references = await loadReferences(ctx, settings, records, [])
  const externalIds = records.map(({ row }) => row.externalId)
  const known = await findKnown(ctx, source, externalIds, lock)
  const definitions = await listAttributeDefinitions(ctx)
  const attributes = new Map(definitions.map((definition) => [definition.key, definition]))
  const columnOf = (field: string) => settings.mapping.columns[field] ?? null
  const rows = new Map<number, Row>()
  for (const { row, record } of batch) {
    if (record.kind !== 'accounts') continue
    const existing = known.get(record.row.externalId) ?? null
    const plan = planAccount(record.row, existing && toExisting(existing), attributes, {
      references,
      columnOf,
    })
    rows.set(row, { row, values: record.row, plan, known: existing })
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
): Promise<Map<string, Known>> {
  const query = ctx.db
    .select({ key: accountExternalIds.externalId, account: accounts })
    .from(accountExternalIds)
    .innerJoin(accounts, eq(accounts.id, accountExternalIds.accountId))
    .where(
      and(
        eq(accountExternalIds.source, source),
        inArray(accountExternalIds.externalId, [...externalIds]),
      ),
    )
    .orderBy(asc(accounts.id))
  const rows = await (lock ? query.for('no key update', { of: accounts }) : query)
  const ids = rows.map(({ account }) => account.id)
  if (lock && ids.length > 0) {
    const held = ctx.db.select({ id: contracts.id }).from(contracts)
    await held
      .where(inArray(contracts.accountId, ids))
      .orderBy(asc(contracts.id))
      .for('no key update')
  }
  const today = await getToday(ctx)
  const all = await fetchContracts(ctx, ids)
  return new Map(
    rows.map(({ key, account }) => {
      const own = all.filter((contract) => contract.accountId === account.id)
      const isMain = (contract: Contract) =>
        contract.source === source && contract.externalId === mainId(key)
      const others = own.filter((contract) => !isMain(contract) && isOpenOn(contract, today))
      return [key, { account, main: own.find(isMain) ?? null, others: others.length }]
    }),
  )
}

const mainId = (externalId: string) => `${externalId}#main`

function toExisting({ account, main, others }: Known): ExistingAccount {
  return {
    id: account.id,
    archived: account.archivedAt !== null,
    fields: accountFacts(account) as FieldValues,
    main: main && { id: main.id, fields: contractFacts(main) as FieldValues },
    otherContracts: others,
  }
}

async function writeRows(
  ctx: Context,
  { importId, source }: { importId: number; source: string },
  rows: readonly Row[],
): Promise<Written[]> {
  const split = rows.map((row) => ({
    ...row,
    ...splitFields(row.known ? changesOf(row.plan) : row.plan.fields),
  }))
  const fresh = split.filter(({ known }) => known === null)
  const ids = await insertAccounts(
    ctx,
    importId,
    fresh.map(({ values, account }) => ({
      source,
      externalId: values.externalId,
      fields: account,
    })),
  )
  const idOf = new Map(fresh.map(({ row }, i) => [row, ids[i] ?? 0]))
  await updateAccounts(
    ctx,
    importId,
    split.flatMap(({ known, account }) =>
      known ? [{ before: known.account, fields: account }] : [],
    ),
  )
  const besides = new Map<number, Besides>()
  const drafts: { row: number; draft: NewContract }[] = []
  const patches: Parameters<typeof updateContracts>[2][number][] = []
  for (const { row, values, known, contract } of split) {
    const patch = contractPatch.parse(contract)
    if (Object.keys(contract).length === 0) continue
    if (known?.main) {
      patches.push({ before: known.main, patch })
      const { amount, period, renewsOn, evergreen } = known.main
      besides.set(row, {
        contractId: known.main.id,
        before: { amount, period, renewsOn, evergreen },
      })
    } else if (patch.amount) {
      const accountId = known?.account.id ?? idOf.get(row) ?? 0
      const externalId = mainId(values.externalId)
      drafts.push({ row, draft: { ...patch, amount: patch.amount, accountId, source, externalId } })
    }
  }
  const made = await insertContracts(
    ctx,
    importId,
    drafts.map(({ draft }) => draft),
  )
  drafts.forEach(({ row }, i) => besides.set(row, { contractId: made[i] ?? 0, before: null }))
  await updateContracts(ctx, importId, patches)
  const touched = split.flatMap(({ row, known }) =>
    besides.has(row) ? [known?.account.id ?? idOf.get(row) ?? 0] : [],
  )
  await matchDealsOf(ctx, touched)
  return rows.map(({ row, known }) => ({
    row,
    subjectId: known?.account.id ?? idOf.get(row) ?? 0,
    besides: besides.get(row) ?? null,
  }))
}
