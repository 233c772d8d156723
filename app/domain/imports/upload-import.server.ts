import { and, eq } from 'drizzle-orm'

import { authorize, inTransaction, type Context } from '#app/domain/context.ts'
import { recordEvent } from '#app/domain/events.server.ts'
import type { ImportKind } from '#db/constants.ts'
import { imports } from '#db/schema/imports.ts'

import { storeFile } from './file.server.ts'
import { inspectFile } from './inspect-file.server.ts'

export type Upload = {
  kind: ImportKind
  fileName: string
  content: AsyncIterable<Uint8Array>
}

/**
 * Takes in a file and looks at how it is written. However slowly it comes, no connection to the database is held
 * meanwhile: the import is there from its last byte on. What broke off before is gone, or is swept when its process died.
 *
 * @throws forbidden; invalid beside `file` when it is too large, empty or no table
 */
export async function uploadImport(
  ctx: Context,
  { kind, fileName, content }: Upload,
): Promise<{ importId: number }> {
  authorize(ctx, 'import.run')
  const file = nameOf(fileName)
  const [row] = await ctx.db
    .insert(imports)
    .values({
      kind,
      source: 'csv',
      fileName: file,
      fileSize: 0,
      state: 'uploading',
      settings: {},
      createdBy: ctx.actor.id,
      createdAt: ctx.now,
    })
    .returning({ id: imports.id })
  if (!row) throw new Error('The import was not stored')
  const arriving = and(eq(imports.id, row.id), eq(imports.state, 'uploading'))
  try {
    const fileSize = await storeFile(ctx, row.id, content)
    const settings = await inspectFile(ctx, row.id, kind, {})
    await inTransaction(ctx, async (ctx) => {
      await ctx.db
        .update(imports)
        .set({ state: 'uploaded', fileSize, settings, source: settings.mapping.source })
        .where(arriving)
      await recordEvent(ctx, {
        name: 'import.uploaded',
        subject: ['import', row.id],
        data: { kind, file, bytes: fileSize },
      })
    })
  } catch (error) {
    await ctx.db.delete(imports).where(arriving)
    throw error
  }
  return { importId: row.id }
}

/** Without its folder and what cannot be seen; at most 200 characters. */
function nameOf(fileName: string): string {
  const name = fileName.split(/[/\\]/).at(-1) ?? ''
  return name.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file.csv'
}
