export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export type DelimiterReport = {
  delimiter: Delimiter
  certainty: 'certain' | 'ambiguous'
  /** Delimiters that could be meant, the likeliest first, with the columns each makes. */
  candidates: { delimiter: Delimiter; columns: number }[]
}

const MAX_RECORDS = 200
const HINT = /^\s*sep=([,;|\t])\r?\n/

/**
 * The delimiter under which the most records of `sample` have the same number of cells, quotes honoured.
 * `complete` says that the sample is the whole file; otherwise its last record is cut and does not count.
 */
export function detectDelimiter(sample: string, complete: boolean): DelimiterReport {
  const hint = DELIMITERS.find((delimiter) => delimiter === HINT.exec(sample)?.[1])
  const tried = DELIMITERS.map((delimiter) => measure(sample, delimiter, complete))
    .filter((result) => result.columns > 1)
    .sort((a, b) => b.agreeing - a.agreeing || b.columns - a.columns)
  const [best, ...others] = tried
  if (hint) {
    const columns = tried.find((result) => result.delimiter === hint)?.columns ?? 1
    return { delimiter: hint, certainty: 'certain', candidates: [{ delimiter: hint, columns }] }
  }
  if (!best) {
    return { delimiter: ',', certainty: 'certain', candidates: [{ delimiter: ',', columns: 1 }] }
  }
  const rivals = others.filter(
    (other) => other.agreeing >= 0.9 * best.agreeing && other.firstAgrees,
  )
  return {
    delimiter: best.delimiter,
    certainty: rivals.length > 0 ? 'ambiguous' : 'certain',
    candidates: [best, ...rivals].map(({ delimiter, columns }) => ({ delimiter, columns })),
  }
}

type Measure = {
  delimiter: Delimiter
  /** Commonest number of cells above one, or 1. */
  columns: number
  /** Records that have it. */
  agreeing: number
  /** Whether the first record has it: decimal commas split rows, but not the header. */
  firstAgrees: boolean
}

function measure(sample: string, delimiter: Delimiter, complete: boolean): Measure {
  const widths = recordWidths(sample, delimiter, complete)
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let columns = 1
  let agreeing = 0
  for (const [width, count] of counts) {
    if (count > agreeing || (count === agreeing && width > columns)) {
      columns = width
      agreeing = count
    }
  }
  return { delimiter, columns, agreeing, firstAgrees: widths[0] === columns }
}

function recordWidths(sample: string, delimiter: Delimiter, complete: boolean): number[] {
  const widths: number[] = []
  let cells = 1
  let quoted = false
  let atStart = true
  let blank = true
  for (let i = 0; i < sample.length && widths.length < MAX_RECORDS; i++) {
    const char = sample[i]
    if (quoted) {
      if (char === '"') quoted = false
    } else if (char === '"' && atStart) {
      quoted = true
      blank = false
    } else if (char === delimiter) {
      cells++
      blank = false
      atStart = true
      continue
    } else if (char === '\n' || char === '\r') {
      if (!blank) widths.push(cells)
      cells = 1
      blank = true
      atStart = true
      continue
    } else if (char !== ' ') {
      blank = false
    }
    // A doubled quote closes and opens again, so a quote right after one may open.
    if (char !== ' ') atStart = char === '"' && !quoted
  }
  if (complete && !blank && widths.length < MAX_RECORDS) widths.push(cells)
  return widths
}
