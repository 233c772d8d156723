import { and, asc, desc, eq, gt, inArray, isNotNull, lt } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { describeChanges, type DescribedChange } from '#app/domain/describe-changes.server.ts'
import type { ImportOutcome } from '#db/constants.ts'
import { contracts, opportunities } from '#db/schema/accounts.ts'
import { importRows, type RowProblem } from '#db/schema/imports.ts'

import { MAIN } from './plan-account.ts'
import type { RowFilter, RowPage } from './row-filter.ts'

const PAGE = 50

/** A row of an import as its page shows it. */
export type ShownRow = {
  row: number
  line: number
  externalId: string | null
  label: string
  outcome: ImportOutcome
  problems: RowProblem[]
  changes: DescribedChange[]
  applied: boolean
  undone: boolean
  /** Why it was not applied, or could not be undone. */
  conflict: string | null
  kept: string | null
  /** Where its record is, or null while there is none. */
  href: string | null
}

/** Rows of an import in the order of the file, a page at a time. */
export async function listRows(
  ctx: Context,
  importId: number,
  { show, after, before }: RowPage,
): Promise<{ rows: ShownRow[]; previous: number | null; next: number | null }> {
  authorize(ctx, 'import.run')
  const back = before !== null
  const found = await ctx.db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        show === null ? undefined : passes(show),
        back ? lt(importRows.row, before) : after === null ? undefined : gt(importRows.row, after),
      ),
    )
    .orderBy(back ? desc(importRows.row) : asc(importRows.row))
    .limit(PAGE + 1)
  const page = found.slice(0, PAGE)
  if (back) page.reverse()
  const isMore = found.length > PAGE
  const changes = await describeRows(ctx, page)
  const hrefOf = await addressesOf(ctx, page)
  return {
    rows: page.map((row) => ({
      row: row.row,
      line: row.line,
      externalId: row.externalId,
      label: row.label,
      outcome: row.outcome,
      problems: row.problems,
      changes: changes.get(row.row) ?? [],
      applied: row.appliedAt !== null && row.undoneAt === null,
      undone: row.undoneAt !== null,
      conflict: row.conflict,
      kept: row.kept,
      href: hrefOf(row),
    })),
    previous: (back ? isMore : after !== null) ? (page[0]?.row ?? null) : null,
    next: (back || isMore) && page.length > 0 ? (page.at(-1)?.row ?? null) : null,
  }
}

function passes(show: RowFilter) {
  if (show === 'conflict') return isNotNull(importRows.conflict)
  if (show === 'kept') return isNotNull(importRows.kept)
  return eq(importRows.outcome, show)
}

type Stored = typeof importRows.$inferSelect

/** The changed fields in words, those of the main contract as such. */
async function describeRows(
  ctx: Context,
  rows: readonly Stored[],
): Promise<Map<number, DescribedChange[]>> {
  const kept = rows.flatMap(({ row, diff }) =>
    Object.entries(diff ?? {}).map(([field, change]) => ({ row, field, ...change })),
  )
  const described = await describeChanges(
    ctx,
    kept.map(({ field, ...change }) => ({ ...change, field: field.replace(MAIN, '') })),
  )
  const byRow = new Map<number, DescribedChange[]>()
  kept.forEach(({ row, field }, i) => {
    const change = described[i]
    if (!change) return
    const words = field.startsWith(MAIN) ? `contract ${change.words}` : change.words
    byRow.set(row, [...(byRow.get(row) ?? []), { ...change, words }])
  })
  return byRow
}

async function addressesOf(
  { db }: Context,
  rows: readonly Stored[],
): Promise<(row: Stored) => string | null> {
  const idsOf = (type: string) =>
    rows.flatMap((row) => (row.subjectType === type ? (row.subjectId ?? []) : []))
  const holders = new Map<string, number>()
  for (const [type, table] of [
    ['contract', contracts],
    ['opportunity', opportunities],
  ] as const) {
    const found = await db
      .select({ id: table.id, accountId: table.accountId })
      .from(table)
      .where(inArray(table.id, idsOf(type)))
    for (const { id, accountId } of found) holders.set(`${type} ${id}`, accountId)
  }
  return ({ subjectType, subjectId, undoneAt, outcome }) => {
    if (subjectId === null || (undoneAt !== null && outcome === 'new')) return null
    if (subjectType === 'account') return `/accounts/${subjectId}`
    if (subjectType === 'request') return `/requests/${subjectId}`
    const holder = holders.get(`${subjectType} ${subjectId}`)
    return holder === undefined ? null : `/accounts/${holder}`
  }
}
