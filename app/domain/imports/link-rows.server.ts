import type { Context } from '#app/domain/context.ts'

import type { ImportRecord } from './import-record.server.ts'
import { linkDuplicates } from './link-duplicates.server.ts'
import { linkParents } from './link-parents.server.ts'

/** Links that need all records of the file: parents, and duplicates with their originals. @returns whether there were any */
export async function linkRows(ctx: Context, record: ImportRecord): Promise<boolean> {
  if (record.kind === 'accounts') return linkParents(ctx, record)
  if (record.kind === 'requests') return linkDuplicates(ctx, record)
  return false
}
