import { asc, inArray } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { contracts } from '#db/schema/accounts.ts'

import { TABLES, type StoredRow } from './apply-rows.server.ts'
import type { ImportRecord } from './import-record.server.ts'
import { findContractUses, findPublished, findUses } from './undo-reasons.server.ts'

const BUSY = 'Somebody is working on it, or it is gone.'
const CHANGED = 'It was changed since.'

/**
 * Which rows have to stay, and why, by number of the row; keeps the records of the others as they are until the
 * transaction ends. A record that another command holds stays: to wait for it, with the scores locked, could be for ever.
 */
export async function findKept(
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
    .for('update', { skipLocked: true })
  const held = new Map(subjects.map((subject) => [subject.id, subject]))
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
    const subject = held.get(row.subjectId ?? 0)
    if (!subject) return BUSY
    if (subject.version !== row.appliedVersion) return CHANGED
    const contract = kind === 'accounts' ? row.besides : null
    if (contract && versions.get(contract.contractId) !== contract.version) {
      return 'Its contract was changed since, or somebody is working on it.'
    }
    if (published.has(subject.accountId)) return 'A publication since then names its account.'
    return uses.get(subject.id) ?? contractUses.get(contract?.contractId ?? 0)
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
    .for('update', { skipLocked: true })
  return new Map(rows.map(({ id, version }) => [id, version]))
}
