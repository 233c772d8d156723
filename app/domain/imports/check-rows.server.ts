import { and, eq, inArray, min } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import type { CsvRow } from '#app/lib/csv/rows.ts'
import { insertRows } from '#db/batch.ts'
import { importRows } from '#db/schema/imports.ts'

import { SUBJECTS, type ImportScope } from './batch.ts'
import { openBatch } from './open-batch.server.ts'
import type { Plan } from './plan.ts'
import type { ImportedRecord } from './records.ts'
import { referenceText } from './references.ts'
import type { RowResult } from './rows.ts'

/** A row of the file as it was read. */
export type ParsedRow = CsvRow & { result: RowResult }

const COLUMNS = [
  ...(['importId', 'row', 'line', 'outcome', 'externalId', 'label', 'cells', 'values'] as const),
  ...(['diff', 'problems', 'large', 'reference', 'subjectType', 'subjectId'] as const),
] as const

/** Says of each row what applying it would do, and keeps that. */
export async function checkRows(
  ctx: Context,
  scope: ImportScope,
  rows: readonly ParsedRow[],
  largeConfirmed: boolean,
): Promise<void> {
  const earlier = await findEarlier(ctx, scope.importId, rows)
  const usable = rows.flatMap(({ row, result }) =>
    result.ok && !earlier.has(row) ? [{ row, record: result.record, matchedId: null }] : [],
  )
  const { plans } = await openBatch(ctx, scope, usable, { lock: false })
  const subjectType = SUBJECTS[scope.settings.mapping.kind]
  await insertRows(
    ctx.db,
    importRows,
    COLUMNS,
    rows.map((parsed) => {
      const plan = planOf(parsed, earlier.get(parsed.row), plans)
      const record = parsed.result.ok ? parsed.result.record : null
      const isLarge = parsed.result.ok && parsed.result.large.length > 0 && !largeConfirmed
      const outcome = isLarge ? 'wrong' : plan.outcome
      const large = parsed.result.ok ? parsed.result.large : []
      return {
        importId: scope.importId,
        row: parsed.row,
        line: parsed.line,
        outcome,
        externalId: record?.row.externalId ?? null,
        label: labelOf(record, parsed, scope),
        cells: keepsCells(outcome, record) ? parsed.cells : null,
        values: record,
        diff: outcome === 'changed' ? plan.diff : null,
        problems: isLarge ? [...plan.problems, ...large] : plan.problems,
        large: isLarge && plan.outcome !== 'wrong',
        reference: plan.reference,
        subjectType: plan.subjectId === null ? null : subjectType,
        subjectId: plan.subjectId,
      }
    }),
  )
}

/** Lines above with the same id, by number of the row. They are looked up: a file can have more ids than memory holds. */
async function findEarlier(
  { db }: Context,
  importId: number,
  rows: readonly ParsedRow[],
): Promise<Map<number, number>> {
  const ids = rows.flatMap(({ result }) => (result.ok ? result.record.row.externalId : []))
  const found = await db
    .select({ id: importRows.externalId, line: min(importRows.line) })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), inArray(importRows.externalId, ids)))
    .groupBy(importRows.externalId)
  const lines = new Map(found.map(({ id, line }) => [id, line ?? 0]))
  const earlier = new Map<number, number>()
  for (const { row, line, result } of rows) {
    if (!result.ok) continue
    const id = result.record.row.externalId
    const above = lines.get(id)
    if (above === undefined) lines.set(id, line)
    else earlier.set(row, above)
  }
  return earlier
}

type Found = Pick<Plan, 'outcome' | 'problems' | 'subjectId' | 'diff' | 'reference'>

function planOf(
  { row, result }: ParsedRow,
  earlier: number | undefined,
  plans: ReadonlyMap<number, Plan>,
): Found {
  const nothing = { outcome: 'wrong' as const, subjectId: null, diff: null, reference: null }
  if (!result.ok) return { ...nothing, problems: result.problems }
  if (earlier !== undefined) {
    const message = `Line ${earlier} has the same id “${result.record.row.externalId}”.`
    return { ...nothing, problems: [{ column: null, message }] }
  }
  const plan = plans.get(row)
  if (!plan) throw new Error(`Row ${row} was not planned`)
  return plan
}

const LABELS = {
  accounts: 'name',
  contracts: 'external_id',
  opportunities: 'name',
  requests: 'title',
  outcomes: 'contract_external_id',
} as const

/** What a row is called in lists; of one that cannot be read, what stands in that column. */
function labelOf(
  record: ImportedRecord | null,
  { cells }: ParsedRow,
  { settings: { mapping } }: ImportScope,
): string {
  if (record === null)
    return (cells[mapping.columns[LABELS[mapping.kind]] ?? ''] ?? '').slice(0, 200)
  switch (record.kind) {
    case 'accounts':
    case 'opportunities':
      return record.row.name
    case 'contracts':
      return record.row.externalId
    case 'requests':
      return record.row.title
    case 'outcomes':
      return record.row.contractExternalId ?? referenceText(record.row.account)
  }
}

/** Rows that somebody mends or matches by hand, and those that can still turn out wrong beside others of the file. */
function keepsCells(outcome: Plan['outcome'], record: ImportedRecord | null): boolean {
  if (outcome === 'wrong' || outcome === 'aside') return true
  if (record?.kind === 'accounts') return record.row.parentExternalId !== undefined
  return record?.kind === 'requests' && record.row.originalExternalId !== undefined
}
