import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import busboy from 'busboy'

/** A file as it arrives, with the fields that stood before it in the form. */
export type ArrivingFile = {
  fields: ReadonlyMap<string, string>
  fileName: string
  content: AsyncIterable<Uint8Array>
}

/** What is read of a body that was refused already: a browser shows the answer only once it has sent everything. */
const MOST_BYTES = 1024 * 1024 * 1024

/**
 * Hands over the file of a form while it arrives, without keeping it. When `take` gives up, the rest is read and dropped,
 * so that the answer can be seen.
 *
 * @returns what `take` returns, and the fields; `taken` null when the form has no file of that name
 */
export async function receiveFile<T>(
  request: Request,
  name: string,
  take: (file: ArrivingFile) => Promise<T>,
): Promise<{ fields: ReadonlyMap<string, string>; taken: PromiseSettledResult<T> | null }> {
  const fields = new Map<string, string>()
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return { fields, taken: null }
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 20, fieldSize: 10_000 },
  })
  const works: Promise<T>[] = []
  parser.on('field', (field, value) => fields.set(field, value))
  parser.on('file', (field, stream, { filename }) => {
    if (field !== name || !filename) {
      stream.resume()
      return
    }
    // Giving up must not end the stream, or the parser waits for it for ever.
    const content = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
    const work = take({ fields, fileName: filename, content }).finally(() => stream.resume())
    // It is looked at once the body is read to its end.
    work.catch(() => undefined)
    works.push(work)
  })
  try {
    const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>)
    await pipeline(body, limit, parser)
  } catch (error) {
    await Promise.allSettled(works)
    throw error
  }
  const [taken] = await Promise.allSettled(works)
  return { fields, taken: taken ?? null }
}

async function* limit(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const bytes of body) {
    size += bytes.length
    if (size > MOST_BYTES) throw new Error('The body is longer than a gigabyte')
    yield bytes
  }
}
