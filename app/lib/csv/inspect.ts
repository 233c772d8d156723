import iconv from 'iconv-lite'

import { detectDelimiter } from './delimiter.ts'
import type { Delimiter, DelimiterReport } from './delimiter.ts'
import { EncodingScan } from './encoding.ts'
import type { Encoding, EncodingReport } from './encoding.ts'
import { columnNames, detectHeader } from './header.ts'
import type { HeaderChoice, HeaderReport } from './header.ts'
import { CsvError, readRecords, tooLongAt } from './read.ts'
import type { CsvRecord } from './read.ts'
import { readRows } from './rows.ts'
import type { CsvFormat, CsvRow } from './rows.ts'
import { recogniseOther } from './sniff.ts'

/** What the person has answered already; each answer stands in for detection. */
export type FormatAnswers = {
  encoding?: Encoding | undefined
  delimiter?: Delimiter | undefined
  header?: HeaderChoice | undefined
}

/** What has to be asked before the file may be read. */
export type FormatQuestion = keyof FormatAnswers

export type Inspection =
  /** No table: `message` says in one sentence what the file is and what to do. */
  | { ok: false; message: string }
  | {
      ok: true
      format: CsvFormat
      columns: string[]
      /** The first rows, at most 10. */
      preview: CsvRow[]
      questions: FormatQuestion[]
      encoding: EncodingReport
      delimiter: DelimiterReport
      header: HeaderReport
    }

const SAMPLE_BYTES = 256 * 1024
const HEADER_RECORDS = 30
const PREVIEW_ROWS = 10

/**
 * Reads the whole file once for its encoding, and its first 256 KB for delimiter, header and preview.
 * A file that is no table comes back as a sentence, never as an exception.
 */
export async function inspectCsv(
  chunks: AsyncIterable<Uint8Array>,
  answers: FormatAnswers = {},
): Promise<Inspection> {
  const { sample, complete, encoding: detected } = await scan(chunks)
  if (sample.length === 0) return refuse('The file is empty.')
  const other = recogniseOther(sample)
  if (other) return refuse(other)

  const encoding = answers.encoding ?? detected.encoding
  const text = iconv.decode(Buffer.from(sample), encoding)
  if (text.trim() === '') return refuse('The file holds nothing but blank lines.')
  const delimiters = detectDelimiter(text, complete)
  const delimiter = answers.delimiter ?? delimiters.delimiter

  try {
    const header = detectHeader(await firstRecords(sample, { encoding, delimiter }, complete))
    if (!header) return refuse('The file holds nothing but delimiters.')
    const choice = answers.header ?? { headerLine: header.headerLine, dataLine: header.dataLine }
    const format: CsvFormat = { encoding, delimiter, ...choice }
    const { columns, preview } = await firstRows(sample, format, complete)
    if (columns.length === 0)
      return refuse(`There are no column names on line ${choice.headerLine}.`)
    if (preview.length === 0) {
      return refuse(
        `The file has column names on line ${choice.headerLine} and no rows under them.`,
      )
    }
    const questions: FormatQuestion[] = []
    if (!answers.encoding && detected.certainty === 'ambiguous') questions.push('encoding')
    if (!answers.delimiter && delimiters.certainty === 'ambiguous') questions.push('delimiter')
    if (!answers.header && (header.candidates.length > 1 || header.looksLikeData)) {
      questions.push('header')
    }
    return {
      ok: true,
      format,
      columns,
      preview,
      questions,
      encoding: detected,
      delimiter: delimiters,
      header,
    }
  } catch (error) {
    if (error instanceof CsvError) return refuse(error.message)
    throw error
  }
}

function refuse(message: string): Inspection {
  return { ok: false, message }
}

async function scan(chunks: AsyncIterable<Uint8Array>) {
  const encoding = new EncodingScan()
  const parts: Uint8Array[] = []
  let size = 0
  let sampled = 0
  for await (const chunk of chunks) {
    encoding.push(chunk)
    size += chunk.length
    if (sampled < SAMPLE_BYTES) {
      const part = chunk.slice(0, SAMPLE_BYTES - sampled)
      parts.push(part)
      sampled += part.length
    }
  }
  return { sample: Buffer.concat(parts), complete: sampled === size, encoding: encoding.report() }
}

async function* once(sample: Uint8Array): AsyncGenerator<Uint8Array> {
  yield sample
}

async function firstRecords(
  sample: Uint8Array,
  format: { encoding: Encoding; delimiter: Delimiter },
  complete: boolean,
): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  try {
    for await (const record of readRecords(once(sample), format)) {
      if (records.push(record) === HEADER_RECORDS) break
    }
  } catch (error) {
    if (complete || records.length === 0) throw error
  }
  return records
}

async function firstRows(sample: Uint8Array, format: CsvFormat, complete: boolean) {
  let columns: string[] = []
  for await (const record of readRecords(once(sample), format)) {
    if (record.line < format.headerLine) continue
    if (record.line === format.headerLine) columns = columnNames(record.cells)
    break
  }
  const preview: CsvRow[] = []
  try {
    for await (const row of readRows(once(sample), format)) {
      if (row.kind === 'row' && preview.push(row) === PREVIEW_ROWS) break
    }
  } catch (error) {
    if (complete) throw error
    if (preview.length === 0) throw tooLongAt(format.dataLine)
  }
  return { columns, preview }
}
