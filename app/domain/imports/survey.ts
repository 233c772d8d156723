import { fold } from '#app/lib/fold.ts'
import type { CsvFooter, CsvRow } from '#app/lib/csv/rows.ts'
import { parseBoolean } from '#app/lib/parse/booleans.ts'
import { DateOrderSurvey, DecimalMarkSurvey } from '#app/lib/parse/column-style.ts'
import { orderEvidence } from '#app/lib/parse/dates.ts'
import { markEvidence } from '#app/lib/parse/numbers.ts'
import type { Field, FieldType } from './field.ts'
import { FIELDS } from './fields.ts'
import { chooseValue } from './mapping.ts'
import type { AttributeColumn, ColumnFormat, Mapping } from './mapping.ts'

/** What only the person who has the file can say. */
export type SurveyQuestion =
  | { kind: 'decimal_mark' | 'date_order' | 'month_day'; column: string; examples: string[] }
  | {
      kind: 'values'
      column: string
      field: string
      choices: readonly string[]
      /** Cells that stand for none of the choices yet, the commonest first. */
      cells: { text: string; count: number }[]
    }

export type Survey = {
  rows: number
  /** Lines under the data that are not imported. */
  footers: { line: number; text: string }[]
  /** What the columns prove of their numbers and dates. */
  formats: Record<string, ColumnFormat>
  questions: SurveyQuestion[]
  /** The type that every cell of a custom attribute's column has. */
  attributeTypes: Record<string, AttributeColumn['type']>
}

const NUMBERS: readonly FieldType[] = ['money', 'integer', 'percent', 'number']
const DATES: readonly FieldType[] = ['date', 'moment']
const MAX_CELLS = 100

/**
 * Reads all rows once under a mapping and says how its columns write numbers and dates, and what has to be asked.
 * Answers are already in the mapping (`formats`, `values`); what they settle is not asked again.
 */
export async function surveyRows(
  rows: AsyncIterable<CsvRow | CsvFooter>,
  mapping: Mapping,
): Promise<Survey> {
  const columns = columnsOf(mapping)
  const footers: Survey['footers'] = []
  let count = 0
  for await (const row of rows) {
    if (row.kind === 'footer') {
      footers.push({ line: row.line, text: row.text })
      continue
    }
    count++
    for (const column of columns) column.push(row.cells[column.name] ?? '')
  }
  const formats: Survey['formats'] = {}
  const attributeTypes: Survey['attributeTypes'] = {}
  for (const column of columns) {
    formats[column.name] = { ...formats[column.name], ...column.format() }
    if (column.isAttribute) attributeTypes[column.name] = column.attributeType()
  }
  const questions = columns.flatMap((column) => column.questions())
  return { rows: count, footers, formats, questions, attributeTypes }
}

/** The mapping with what the survey proved; answers that it has already stay. */
export function withSurvey(mapping: Mapping, survey: Survey): Mapping {
  const formats = { ...mapping.formats }
  for (const [column, format] of Object.entries(survey.formats)) {
    formats[column] = { ...format, ...formats[column] }
  }
  return { ...mapping, formats }
}

function columnsOf(mapping: Mapping): ColumnSurvey[] {
  const mapped = FIELDS[mapping.kind].flatMap((field) => {
    const name = mapping.columns[field.key]
    return name === undefined ? [] : [new ColumnSurvey(name, field.type, field, mapping)]
  })
  const attributes = mapping.attributes.map(
    ({ column, type }) => new ColumnSurvey(column, type, null, mapping),
  )
  return [...mapped, ...attributes]
}

class ColumnSurvey {
  readonly name: string
  readonly isAttribute: boolean
  readonly #type: FieldType
  readonly #field: Field | null
  readonly #mapping: Mapping
  readonly #marks = new DecimalMarkSurvey()
  readonly #orders = new DateOrderSurvey()
  readonly #cells = new Map<string, { text: string; count: number }>()
  readonly #could = { number: true, date: true, boolean: true }
  #filled = 0

  constructor(name: string, type: FieldType, field: Field | null, mapping: Mapping) {
    this.name = name
    this.isAttribute = field === null
    this.#type = type
    this.#field = field
    this.#mapping = mapping
  }

  push(cell: string): void {
    const text = cell.trim()
    if (text === '') return
    this.#filled++
    if (this.isAttribute) this.#weigh(text)
    if (this.isAttribute || NUMBERS.includes(this.#type)) this.#marks.push(text)
    if (this.isAttribute || DATES.includes(this.#type)) this.#orders.push(text)
    if (this.#type === 'choice') this.#count(text)
  }

  #weigh(text: string): void {
    // Codes such as 007 would lose their zeros as numbers, long ones their last digits.
    const code = /^0\d|^\d{15}/.test(text)
    if (code || markEvidence(text) === null) this.#could.number = false
    if (orderEvidence(text) === null) this.#could.date = false
    if (/^\d/.test(text) || parseBoolean(text) === undefined) this.#could.boolean = false
  }

  #count(text: string): void {
    const key = fold(text)
    const seen = this.#cells.get(key)
    if (seen) seen.count++
    else if (this.#cells.size < MAX_CELLS) this.#cells.set(key, { text, count: 1 })
  }

  format(): ColumnFormat {
    const [mark, order] = [this.#marks.result().style, this.#orders.result().style]
    return { ...(mark && { decimalMark: mark }), ...(order && { dateOrder: order }) }
  }

  attributeType(): AttributeColumn['type'] {
    if (this.#filled === 0) return 'text'
    if (this.#could.boolean) return 'boolean'
    if (this.#could.date) return 'date'
    return this.#could.number ? 'number' : 'text'
  }

  questions(): SurveyQuestion[] {
    const [marks, orders] = [this.#marks.result(), this.#orders.result()]
    const answered = this.#mapping.formats[this.name] ?? {}
    const column = this.name
    const questions: SurveyQuestion[] = []
    if (NUMBERS.includes(this.#type) && marks.ask && !answered.decimalMark) {
      questions.push({ kind: 'decimal_mark', column, examples: marks.examples })
    }
    if (DATES.includes(this.#type) && orders.ask && !answered.dateOrder) {
      questions.push({ kind: 'date_order', column, examples: orders.examples })
    }
    const { months } = this.#orders
    if (this.#type === 'date' && months.length > 0 && !answered.monthDay) {
      questions.push({ kind: 'month_day', column, examples: months })
    }
    return [...questions, ...this.#valueQuestion()]
  }

  #valueQuestion(): SurveyQuestion[] {
    const { key, choices } = this.#field ?? {}
    if (key === undefined || !choices) return []
    const values = this.#mapping.values[key]
    const cells = [...this.#cells.values()]
      .filter(({ text }) => chooseValue(text, choices, values) === null)
      .sort((a, b) => b.count - a.count)
    return cells.length > 0
      ? [{ kind: 'values', column: this.name, field: key, choices, cells }]
      : []
  }
}
