import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { describeChanges } from '#app/domain/describe-changes.server.ts'
import { CREATED } from '#app/domain/history.ts'
import { accounts, changes, contracts, opportunities } from '#db/schema/accounts.ts'
import { people } from '#db/schema/people.ts'

import type { HistoryEntry } from './history-entry.ts'

/**
 * What changed about an account, its contracts and its opportunities, the latest first.
 *
 * @param before continues from the `next` of an earlier page
 */
export async function getHistory(
  ctx: Context,
  accountId: number,
  { before = null, limit = 30 }: { before?: number | null; limit?: number } = {},
): Promise<{ entries: HistoryEntry[]; next: number | null }> {
  authorize(ctx, 'read')
  const ofAccount = (table: typeof contracts | typeof opportunities) =>
    ctx.db.select({ id: table.id }).from(table).where(eq(table.accountId, accountId))
  const found = await ctx.db
    .select({
      id: changes.id,
      at: changes.changedAt,
      who: people.name,
      importId: changes.importId,
      type: changes.subjectType,
      subjectId: changes.subjectId,
      field: changes.field,
      before: changes.before,
      after: changes.after,
    })
    .from(changes)
    .leftJoin(people, eq(people.id, changes.changedBy))
    .where(
      and(
        or(
          and(eq(changes.subjectType, 'account'), eq(changes.subjectId, accountId)),
          and(
            eq(changes.subjectType, 'contract'),
            inArray(changes.subjectId, ofAccount(contracts)),
          ),
          and(
            eq(changes.subjectType, 'opportunity'),
            inArray(changes.subjectId, ofAccount(opportunities)),
          ),
        ),
        before === null ? undefined : lt(changes.id, before),
      ),
    )
    .orderBy(desc(changes.id))
    .limit(limit + 1)
  const rows = found.slice(0, limit)
  const described = await describeChanges(ctx, rows)
  const nameOf = await subjectNames(ctx, rows)
  const entries = rows.flatMap((row, index): HistoryEntry[] => {
    const words = described[index]
    const { type } = row
    if (!words || type === 'request' || type === 'item') return []
    return [
      {
        ...words,
        id: row.id,
        at: row.at,
        who: row.who,
        byImport: row.importId !== null,
        subject: { type, id: row.subjectId, name: nameOf(type, row.subjectId) },
        created: row.field === CREATED,
      },
    ]
  })
  return { entries, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

async function subjectNames(
  ctx: Context,
  rows: readonly { type: string; subjectId: number }[],
): Promise<(type: string, id: number) => string> {
  const tables = { account: accounts, contract: contracts, opportunity: opportunities }
  const names = new Map<string, string>()
  for (const [type, table] of Object.entries(tables)) {
    const ids = rows.flatMap((row) => (row.type === type ? [row.subjectId] : []))
    if (ids.length === 0) continue
    const found = await ctx.db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, [...new Set(ids)]))
    for (const { id, name } of found) names.set(`${type} ${id}`, name)
  }
  return (type, id) => names.get(`${type} ${id}`) ?? ''
}
