import iconv from 'iconv-lite'
import { CsvError as ParseError, parse } from 'csv-parse'

import type { Delimiter } from './delimiter.ts'
import type { Encoding } from './encoding.ts'

/** One record as it stands in the file; `line` is the one it begins on, from 1. */
export type CsvRecord = { line: number; cells: string[] }

/** The file cannot be read on from `line`; the message is fit for the person who uploaded it. */
export class CsvError extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'CsvError'
    this.line = line
  }
}

const MAX_RECORD_LENGTH = 1_000_000
const NEWLINE = /\r\n|\n|\r/g

/**
 * The records of a CSV file, one after another, blank lines included, in memory of about one chunk.
 * @throws CsvError when a quote is never closed or a row is longer than a million characters.
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  format: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRecord> {
  const decoder = iconv.getDecoder(format.encoding)
  const parser = parse({
    delimiter: format.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    ltrim: true,
    max_record_size: MAX_RECORD_LENGTH,
  })
  let line = 1
  let failure: unknown = null
  parser.on('error', (error) => (failure = error))

  function* drain(): Generator<CsvRecord> {
    for (let cells = next(); cells; cells = next()) {
      yield { line, cells: cells.map(tidy) }
      line += cells.reduce((sum, cell) => sum + (cell.match(NEWLINE)?.length ?? 0), 1)
    }
  }
  function next(): string[] | null {
    return parser.read() as string[] | null
  }

  try {
    for await (const chunk of chunks) {
      // Written and emptied by turns: piping would drop the rows before an error.
      const written = new Promise<void>((resolve) =>
        parser.write(decoder.write(Buffer.from(chunk)), () => resolve()),
      )
      yield* drain()
      await written
      yield* drain()
      if (failure) throw brokenBy(failure, line)
    }
    const ended = new Promise<void>((resolve) => {
      parser.once('end', resolve)
      parser.once('error', () => resolve())
    })
    parser.end(decoder.end() ?? '')
    yield* drain()
    await ended
    yield* drain()
    if (failure) throw brokenBy(failure, line)
  } finally {
    parser.destroy()
  }
}

/** Blanks after a cell go; where they follow a closing quote, the parser has left the quotes. */
function tidy(cell: string): string {
  const quoted = /^"((?:[^"]|"")*)"\s+$/.exec(cell)
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell.trimEnd()
}

/** The error of a row that is longer than any that is read. */
export function tooLongAt(line: number): CsvError {
  return new CsvError(
    line,
    `The row that begins on line ${line} is too long. Shorten it, or close a quote that opens in it.`,
  )
}

function brokenBy(failure: unknown, line: number): CsvError {
  if (failure instanceof ParseError && failure.code === 'CSV_MAX_RECORD_SIZE')
    return tooLongAt(line)

  return new CsvError(
    line,
    `The row that begins on line ${line} does not end: a quote opens in it and is never closed.`,
  )
}
