import { and, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import { subDays } from 'date-fns'

import type { AnonymousContext } from '#app/domain/context.ts'
import { imports } from '#db/schema/imports.ts'

import { DAYS_KEPT } from './limits.ts'

/** No upload takes longer, in days: what began before has no process any more. */
const LONGEST_UPLOAD = 1

/** Deletes files that nobody applied for long, and the parts of uploads that broke off with their process. */
export async function forgetImports({ db, now }: AnonymousContext): Promise<void> {
  const touched = sql`greatest(${imports.createdAt}, ${imports.progressAt})`
  const before = (moment: SQL, days: number) =>
    lt(moment, sql`${subDays(now, days).toISOString()}::timestamptz`)
  await db
    .delete(imports)
    .where(
      or(
        and(eq(imports.state, 'uploading'), before(sql`${imports.createdAt}`, LONGEST_UPLOAD)),
        and(
          inArray(imports.state, ['uploaded', 'checking', 'checked']),
          before(touched, DAYS_KEPT),
        ),
      ),
    )
}
