import { eq } from 'drizzle-orm'

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
 * Takes in a file and looks at how it is written. One transaction: an upload that breaks off leaves nothing.
 *
 * @throws forbidden; invalid beside `file` when it is too large, empty or no table
 */
export async function uploadImport(
  ctx: Context,
  { kind, fileName, content }: Upload,
): Promise<{ importId: number }> {
  authorize(ctx, 'import.run')
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(imports)
      .values({
        kind,
        source: 'csv',
        fileName: nameOf(fileName),
        fileSize: 0,
        settings: {},
        createdBy: ctx.actor.id,
        createdAt: ctx.now,
      })
      .returning({ id: imports.id })
    if (!row) throw new Error('The import was not stored')
    const fileSize = await storeFile(ctx, row.id, content)
    const settings = await inspectFile(ctx, row.id, kind, {})
    await ctx.db
      .update(imports)
      .set({ fileSize, settings, source: settings.mapping.source })
      .where(eq(imports.id, row.id))
    await recordEvent(ctx, {
      name: 'import.uploaded',
      subject: ['import', row.id],
      data: { kind, file: nameOf(fileName), bytes: fileSize },
    })
    return { importId: row.id }
  })
}

/** Without its folder and what cannot be seen; at most 200 characters. */
function nameOf(fileName: string): string {
  const name = fileName.split(/[/\\]/).at(-1) ?? ''
  return name.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file.csv'
}
