import { and, eq, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { listProductLines } from '#app/domain/organisation/get-navigation.server.ts'
import { importRows } from '#db/schema/imports.ts'
import { people } from '#db/schema/people.ts'

import { countRows } from './counts.server.ts'
import { fetchImport } from './import-record.server.ts'

/** An import as its page shows it, with its rows counted as they are now. Throws forbidden, not_found. */
export async function getImport(ctx: Context, importId: number) {
  authorize(ctx, 'import.run')
  const { run: _, progressAt: __, startedBy: ___, ...record } = await fetchImport(ctx, importId)
  const [author] = await ctx.db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, record.createdBy))
  const [large] = await ctx.db
    .select({ rows: sql<number>`count(*)::int` })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.large, true)))
  return {
    ...record,
    author: author?.name ?? '',
    counts: await countRows(ctx, importId),
    largeRows: large?.rows ?? 0,
    productLines: await listProductLines(ctx),
  }
}

export type ImportPage = Awaited<ReturnType<typeof getImport>>
