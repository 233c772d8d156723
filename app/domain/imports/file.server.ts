import { and, asc, eq, gt } from 'drizzle-orm'

import type { Context } from '#app/domain/context.ts'
import { invalid } from '#app/domain/errors.ts'
import { importChunks } from '#db/schema/imports.ts'

import { LARGEST_FILE, TOO_LARGE } from './limits.ts'

const CHUNK = 1024 * 1024

/** Stores a file in pieces of 1 MB as it arrives; throws invalid as soon as it is too large. @returns its size in bytes */
export async function storeFile(
  { db }: Pick<Context, 'db'>,
  importId: number,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  let size = 0
  let position = 0
  let held: Uint8Array[] = []
  let holding = 0
  const store = async () => {
    const piece = Buffer.concat(held)
    held = []
    holding = 0
    await db.insert(importChunks).values({ importId, position: position++, content: piece })
  }
  for await (const bytes of content) {
    size += bytes.length
    if (size > LARGEST_FILE) throw invalid(TOO_LARGE, 'file')
    held.push(bytes)
    holding += bytes.length
    if (holding >= CHUNK) await store()
  }
  if (holding > 0) await store()
  return size
}

/** The stored file, a piece at a time. @param onPiece called after each, as a sign of life */
export async function* readFile(
  { db }: Pick<Context, 'db'>,
  importId: number,
  onPiece?: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for (let after = -1; ;) {
    const [piece] = await db
      .select({ position: importChunks.position, content: importChunks.content })
      .from(importChunks)
      .where(and(eq(importChunks.importId, importId), gt(importChunks.position, after)))
      .orderBy(asc(importChunks.position))
      .limit(1)
    if (!piece) return
    yield piece.content
    after = piece.position
    await onPiece?.()
  }
}
