import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Content in small pieces, so that every boundary falls inside something. */
export async function* inChunks(
  content: string | Uint8Array,
  size = 5,
): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A file of tests/support/fixtures/imports. */
export function importFixture(name: string): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, 'fixtures', 'imports', name))
}

/** Everything that an async iterable yields. */
export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}
