import { and, asc, count, desc, eq, isNull, min, sql } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { conflict } from '#app/domain/errors.ts'
import { resolveAccount } from '#app/domain/accounts/check-references.server.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import { fold } from '#app/lib/fold.ts'
import { enqueue } from '#db/queue.ts'
import { accountExternalIds, accounts } from '#db/schema/accounts.ts'
import { importRows, imports, type RowProblem } from '#db/schema/imports.ts'

import { SUBJECTS } from './batch.ts'
import { countRows } from './counts.server.ts'
import { fetchImport, type ImportRecord } from './import-record.server.ts'
import { BATCH_SIZE, openBatch } from './open-batch.server.ts'
import { importedRecord } from './records.ts'

const MOST = 50

/** Rows that name the same account, which is not known; a row that names none stands alone. */
export type AsideGroup = {
  reference: string
  rows: number
  /** The first of them. */
  row: number
  line: number
  label: string
  problems: RowProblem[]
  /** The filled cells of that row. */
  cells: [column: string, cell: string][]
  /** Accounts with a name like it, the likest first. */
  suggestions: { id: number; name: string }[]
}

/** What is kept aside, by the account that it names: those with the most rows first, at most 50. */
export async function listAside(
  ctx: Context,
  importId: number,
): Promise<{ groups: AsideGroup[]; total: number }> {
  authorize(ctx, 'import.run')
  const mine = and(eq(importRows.importId, importId), eq(importRows.outcome, 'aside'))
  const own = sql`case when ${importRows.reference} = '' then ${importRows.row} end`
  const found = await ctx.db
    .select({ reference: importRows.reference, rows: count(), row: min(importRows.row) })
    .from(importRows)
    .where(mine)
    .groupBy(importRows.reference, own)
    .orderBy(sql`${importRows.reference} = ''`, desc(count()), asc(min(importRows.row)))
    .limit(MOST)
  const [all] = await ctx.db.select({ rows: count() }).from(importRows).where(mine)
  const groups = await Promise.all(
    found.map(async ({ reference, rows, row }) => {
      const [first] = await ctx.db
        .select({
          row: importRows.row,
          line: importRows.line,
          label: importRows.label,
          problems: importRows.problems,
          cells: importRows.cells,
        })
        .from(importRows)
        .where(and(eq(importRows.importId, importId), eq(importRows.row, row ?? 0)))
      if (!first) return []
      const suggestions = await suggest(ctx, reference ?? '')
      const cells = Object.entries(first.cells ?? {}).filter(([, cell]) => cell !== '')
      return [{ ...first, cells, reference: reference ?? '', rows, suggestions }]
    }),
  )
  return { groups: groups.flat(), total: all?.rows ?? 0 }
}

function suggest({ db }: Context, reference: string): Promise<{ id: number; name: string }[]> {
  if (reference === '') return Promise.resolve([])
  const word = fold(reference)
  return db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(isNull(accounts.archivedAt), sql`${accounts.nameFold} % ${word}`))
    .orderBy(desc(sql`similarity(${accounts.nameFold}, ${word})`), asc(accounts.id))
    .limit(3)
}

export type Match = {
  importId: number
  /** A row that stands for all that name the same account. */
  row: number
  /** The account as somebody picked or typed it: a name, or a name with its number. */
  account: string
}

/**
 * Says by hand which account rows kept aside mean. Before the import is applied they join it; afterwards they are applied
 * at once, in the background. An id that was matched is the account's from now on.
 *
 * @throws forbidden, invalid beside `account`, conflict when they were matched already
 */
export async function matchAside(
  ctx: Context,
  { importId, row, account }: Match,
): Promise<{ rows: number }> {
  authorize(ctx, 'import.run')
  return inTransaction(ctx, async (ctx) => {
    const record = await fetchImport(ctx, importId, { lock: true })
    if (record.state !== 'checked' && record.state !== 'applied') throw gone()
    const accountId = await resolveAccount(ctx, account, 'account')
    if (accountId === null) throw gone()
    const reference = ctx.db
      .select({ reference: importRows.reference })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.row, row)))
    const same = sql`(${importRows.row} = ${row} or (${importRows.reference} <> '' and ${importRows.reference} = (${reference})))`
    const matched = await ctx.db
      .update(importRows)
      .set({ matchedAccountId: accountId, matchedBy: ctx.actor.id })
      .where(and(eq(importRows.importId, importId), eq(importRows.outcome, 'aside'), same))
      .returning({ row: importRows.row, values: importRows.values })
    if (matched.length === 0) throw gone()
    await learnId(ctx, record, matched[0]?.values, accountId)
    await planAgain(ctx, record, accountId, matched)
    await goOn(ctx, record)
    await recordEvent(ctx, {
      name: 'import.rows_matched',
      subject: ['import', importId],
      data: { accountId, rows: matched.length },
    })
    return { rows: matched.length }
  })
}

function gone() {
  return conflict('These rows were matched already, or the import has gone on.')
}

async function learnId(
  { db }: Context,
  { settings }: ImportRecord,
  values: unknown,
  accountId: number,
): Promise<void> {
  const { kind, row } = importedRecord.parse(values)
  const externalId = kind === 'accounts' ? undefined : row.account.externalId
  if (externalId === undefined) return
  await db
    .insert(accountExternalIds)
    .values({ source: settings.mapping.source, externalId, accountId })
    .onConflictDoNothing()
}

async function planAgain(
  ctx: Context,
  { id: importId, kind, settings }: ImportRecord,
  accountId: number,
  rows: readonly { row: number; values: unknown }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    const batchRows = rows.slice(start, start + BATCH_SIZE).map(({ row, values }) => ({
      row,
      record: importedRecord.parse(values),
      matchedId: accountId,
    }))
    const { plans } = await openBatch(ctx, { importId, settings }, batchRows, { lock: false })
    const list = [...plans].map(([row, { outcome, problems, diff, subjectId }]) => ({
      ...{ row, outcome, problems, subjectId },
      diff: outcome === 'changed' ? diff : null,
    }))
    await ctx.db.execute(sql`
      update ${importRows} as r
      set outcome = v.outcome, problems = v.problems, diff = v.diff, subject_id = v."subjectId",
          subject_type = case when v."subjectId" is null then null else ${SUBJECTS[kind]} end
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
        as v("row" int, outcome text, problems jsonb, diff jsonb, "subjectId" int)
      where r.import_id = ${importId} and r."row" = v."row"`)
  }
}

/** An import that is applied applies what was matched as well. */
async function goOn(ctx: Context, { id, state }: ImportRecord): Promise<void> {
  const counts = await countRows(ctx, id)
  if (state === 'checked') {
    await ctx.db.update(imports).set({ counts }).where(eq(imports.id, id))
    return
  }
  await ctx.db
    .update(imports)
    .set({
      counts,
      state: 'applying',
      progressRow: 0,
      progressAt: ctx.now,
      startedBy: ctx.actor.id,
    })
    .where(eq(imports.id, id))
  await enqueue(ctx.db, 'run-import', { importId: id })
}
