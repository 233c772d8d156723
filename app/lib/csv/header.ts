import type { CsvRecord } from './read.ts'

/** Which line holds the names of the columns, and on which the data begins. */
export type HeaderChoice = { headerLine: number; dataLine: number }

export type HeaderReport = HeaderChoice & {
  /** Readings that could be meant, this one first. More than one: ask. */
  candidates: HeaderChoice[]
  /** The line taken for names holds numbers, dates or addresses. */
  looksLikeData: boolean
}

const TYPED = [
  /^[-+(]?\s*(?:[$€£₺]|[A-Z]{3}\s)?\s*\d[\d.,'\s]*\)?\s*(?:%|[€$₺]|TL|[A-Z]{3})?$/,
  /^\d{1,4}[-/.]\w{1,9}[-/.]\d{1,4}\b/,
  /^\d{4}-\d{2}$/,
  /^\S+@\S+\.\S+$/,
  /^https?:\/\//i,
  /^(?:true|false|wahr|falsch)$/i,
]

/**
 * The header among the first records of a file: title lines above it are passed over, and a second
 * row of names (groups above, labels or units below) is offered as a choice. Null without any record.
 */
export function detectHeader(records: readonly CsvRecord[]): HeaderReport | null {
  const full = records.filter((record) => record.cells.some(isFilled))
  const width = commonWidth(full)
  const fullest = Math.max(0, ...full.map((record) => filled(record).length))
  const enough = Math.min(fullest, 0.8 * width)
  const at = full.findIndex((record) => filled(record).length >= enough)
  const header = full[at]
  if (!header) return null
  const [first, second] = [full[at + 1], full[at + 2]]
  const taken = { headerLine: header.line, dataLine: first?.line ?? header.line + 1 }
  const looksLikeData = filled(header).some(isTyped)
  const candidates: HeaderChoice[] = [taken]

  const above = full[at - 1]
  if (above && above.cells.length >= width && filled(above).length > 1 && allNames(above)) {
    candidates.push({ headerLine: above.line, dataLine: taken.dataLine })
  }
  if (first && second && !looksLikeData && isSecondHeader(first, full.slice(at + 2))) {
    candidates.unshift({ headerLine: header.line, dataLine: second.line })
    candidates.push({ headerLine: first.line, dataLine: second.line })
  }
  return { ...(candidates[0] ?? taken), candidates, looksLikeData }
}

/** Names of the columns: blank ones are numbered, repeated ones get a suffix. */
export function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>()
  return cells.map((cell, i) => {
    const name = cell.replaceAll(/\s+/g, ' ').trim() || `Column ${i + 1}`
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

function filled(record: CsvRecord): string[] {
  return record.cells.filter(isFilled)
}

function isTyped(cell: string): boolean {
  return TYPED.some((pattern) => pattern.test(cell.trim()))
}

function allNames(record: CsvRecord): boolean {
  return filled(record).every((cell) => cell.length <= 80 && /\p{L}/u.test(cell) && !isTyped(cell))
}

function commonWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** A row of words over a column whose other cells are all numbers, dates or addresses. */
function isSecondHeader(row: CsvRecord, below: readonly CsvRecord[]): boolean {
  return (
    allNames(row) &&
    row.cells.some((cell, column) => {
      const cells = below.map((record) => record.cells[column] ?? '').filter(isFilled)
      return isFilled(cell) && cells.length > 1 && cells.every(isTyped)
    })
  )
}
