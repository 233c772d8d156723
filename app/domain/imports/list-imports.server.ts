import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'

import { authorize, type Context } from '#app/domain/context.ts'
import { imports } from '#db/schema/imports.ts'
import { people } from '#db/schema/people.ts'

import type { ImportStep } from './import-record.server.ts'

const PAGE = 50

/** The imports, the latest first; `next` continues below it. */
export async function listImports(ctx: Context, before: number | null) {
  authorize(ctx, 'import.run')
  const rows = await ctx.db
    .select({
      id: imports.id,
      kind: imports.kind,
      source: imports.source,
      fileName: imports.fileName,
      state: sql<ImportStep>`${imports.state}`,
      problem: imports.problem,
      counts: imports.counts,
      totalRows: imports.totalRows,
      createdAt: imports.createdAt,
      createdBy: people.name,
    })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.createdBy))
    .where(
      and(ne(imports.state, 'uploading'), before === null ? undefined : lt(imports.id, before)),
    )
    .orderBy(desc(imports.id))
    .limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}
